import { defineRecord, joined } from './record.ts';

/** 医保结算: one settled visit. The patient is a number in a column, no party. */
export default defineRecord({
  table: 'rec_visit',
  categories: ['visit'],
  columns: `hospital doctor day precision time fen fund_fen account_fen cash_fen self_fen drug_fen consumable_fen test_fen settle_no visit_no
    hospital_code dept patient_no patient_name patient_id gender birth_day age visit_type insurance_type admit_day discharge_day
    diagnosis_code diagnosis drg_code los`,
  mentions: { hospital: 'hospital', doctor: 'doctor' },
  scope: 'hospital',
  personal: 'patient_no patient_id',
  setAside: 'visit_hospital visit_doctor visit_day visit_patient visit_number',
  day: { column: 'day', covers: true },
  cited: { total_fee: 'x.fen', fund_pay: 'x.fund_fen' },
  line: {
    fen: 'x.fen',
    from: 'doctor',
    to: 'hospital',
    text: joined('dept', 'visit_type', 'diagnosis'),
    precision: 'precision',
  },
});
