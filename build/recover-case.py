#!/usr/bin/env python3
"""The disaster plan: reads a case store (case.db) without Qingyuan.

    recover-case.py case.db OUT.sqlite                      asks for the recovery code of the sheet (56 letters)
    age -d key.passphrase.age | recover-case.py case.db OUT.sqlite --slot -

Needs Python 3.8 and its package `cryptography`; nothing else. The store is a SQLCipher 4 database: pages of 4,096 bytes, AES-256-CBC,
HMAC-SHA512, raw key. Every page is authenticated before it is decrypted. OUT.sqlite is PLAIN TEXT: it opens with the ordinary
sqlite3 program, so treat it as the evidence itself. A WAL (case.db-wal) beside the store holds the latest changes of a program that
died; it is not read here: open and close the case once in Qingyuan, or in SQLCipher, to fold it in.
"""
import argparse
import getpass
import hashlib
import hmac
import json
import os
import sys

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE = 4096
SALT = 16
IV = 16
MAC = 64
RESERVE = IV + MAC
LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
LOCK_PAGE = 0x40000000 // PAGE + 1  # never written by SQLite


def key_from_code(code):
    """56 letters of Crockford's base32: 32 bytes of key and the first 3 bytes of its SHA-256."""
    text = ''.join(c for c in code.upper() if c not in ' -\r\n\t').translate(str.maketrans('ILO', '110'))
    if len(text) != 56 or any(c not in LETTERS for c in text):
        sys.exit('the recovery code has 56 letters in 8 groups of 7')
    number = 0
    for letter in text:
        number = number * 32 + LETTERS.index(letter)
    data = number.to_bytes(35, 'big')
    if hashlib.sha256(data[:32]).digest()[:3] != data[32:]:
        sys.exit('the recovery code does not fit its check: a letter is wrong')
    return data[:32]


def key_from_slot(text):
    """The line that `age -d key.passphrase.age` prints."""
    slot = json.loads(text)
    if slot.get('v') != 1 or slot.get('cipher') != 'sqlcipher4':
        sys.exit('this is not a key slot of version 1')
    return bytes.fromhex(slot['key'])


def decrypt(store, out, key):
    """Returns (pages, numbers of pages that fail their authentication)."""
    salt = store.read(SALT)
    mac_key = hashlib.pbkdf2_hmac('sha512', key, bytes(b ^ 0x3A for b in salt), 2, 32)
    store.seek(0)
    bad = []
    number = 0
    while True:
        page = store.read(PAGE)
        if len(page) < PAGE:
            if page:
                bad.append(number + 1)
            return number, bad
        number += 1
        if number == LOCK_PAGE:
            out.write(bytes(PAGE))
            continue
        start = SALT if number == 1 else 0
        body, iv, mac = page[start:PAGE - RESERVE], page[PAGE - RESERVE:PAGE - MAC], page[PAGE - MAC:]
        if not hmac.compare_digest(hmac.new(mac_key, body + iv + number.to_bytes(4, 'little'), 'sha512').digest(), mac):
            bad.append(number)
            out.write(bytes(PAGE))
            continue
        cipher = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
        plain = cipher.update(body) + cipher.finalize()
        out.write((b'SQLite format 3\0' if number == 1 else b'') + plain + bytes(RESERVE))


def main():
    parser = argparse.ArgumentParser(description='Turns a case store into a plain SQLite file.')
    parser.add_argument('store')
    parser.add_argument('out')
    parser.add_argument('--slot', help='file with the plaintext of a key slot; - reads standard input')
    asked = parser.parse_args()
    if asked.slot:
        key = key_from_slot(sys.stdin.read() if asked.slot == '-' else open(asked.slot, encoding='utf-8').read())
    else:
        key = key_from_code(getpass.getpass('recovery code: ') if sys.stdin.isatty() else sys.stdin.readline())
    if os.path.exists(asked.store + '-wal') and os.path.getsize(asked.store + '-wal') > 0:
        print('a WAL lies beside the store: its changes are not in the result', file=sys.stderr)
    handle = os.open(asked.out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(asked.store, 'rb') as store, os.fdopen(handle, 'wb') as out:
        pages, bad = decrypt(store, out, key)
    if pages and len(bad) >= pages:
        os.remove(asked.out)
        sys.exit('no page fits this key: wrong key, or not a case store')
    if bad:
        print(f'{len(bad)} of {pages} pages fail their authentication and are left empty: {bad[:20]}', file=sys.stderr)
        sys.exit(2)
    print(f'{pages} pages, all authenticated')


if __name__ == '__main__':
    main()
