/**
 * 高值耗材: the SQL condition on lines of the view `charge`. The line says so itself, or says only 耗材 or nothing while the catalogue of the case
 * lists its product as one.
 */
export const isHighValue = `(charge.item_kind = 'hcv_consumable' or (coalesce(charge.item_kind, 'consumable') = 'consumable'
  and charge.product in (select product from catalogue where category = 'hcv_consumable')))`;

/** One operation or treatment of one patient, as text in SQL; null where the line names neither visit nor patient. */
export const operation = "coalesce(charge.visit_no, charge.patient_no) || ' ' || charge.day";
