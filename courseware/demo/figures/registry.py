"""Every figure by the name that pages and lectures use for it."""

from __future__ import annotations

from collections.abc import Callable

from PIL import Image

from . import (
    abdomen,
    airway,
    bilirubin,
    blood,
    chest,
    circulation,
    development,
    fluids,
    growth,
    infection,
    kawasaki,
    kidney,
    newborn,
    rhythm,
    seizures,
    skin,
    vitals,
)
from .palette import Lang

FIGURES: dict[str, Callable[[Lang], Image.Image]] = {
    "absence-eeg": rhythm.absence_eeg,
    "anorexia-bmi-trajectory": growth.bmi_trajectory,
    "asthma-peak-flow": vitals.peak_flow,
    "autism-red-flags-timeline": development.autism_red_flags,
    "bronchiolitis-airway": airway.bronchiole,
    "chest-xray-hyperinflation": chest.hyperinflation,
    "chest-xray-lobar": chest.lobar,
    "coronary-zscore": circulation.coronary_z_scores,
    "dehydration-signs": fluids.dehydration_signs,
    "dka-fluid-insulin-timeline": fluids.ketoacidosis,
    "febrile-seizure-flow": seizures.febrile_seizure,
    "growth-curve-infant": growth.infant,
    "igav-purpura-distribution": skin.purpura,
    "intussusception-target": abdomen.intussusception,
    "jaundice-nomogram": bilirubin.nomogram,
    "kawasaki-timeline": kawasaki.timeline,
    "leukaemia-marrow-crowding": blood.marrow,
    "meningitis-csf-table": infection.cerebrospinal_fluid,
    "neonatal-skin-zones-kramer": bilirubin.kramer_zones,
    "nephrotic-edema-mechanism": kidney.oedema,
    "newborn-resuscitation-flow": newborn.resuscitation,
    "ors-plan": fluids.rehydration_plans,
    "oxygen-delivery-ladder": airway.oxygen_ladder,
    "paediatric-vitals-bands": vitals.bands,
    "pyloric-ultrasound": abdomen.pylorus,
    "status-epilepticus-ladder": seizures.status_ladder,
    "svt-ecg-vs-sinus": rhythm.svt_and_sinus,
    "vaccination-timeline": development.vaccination,
    "vsd-haemodynamics": circulation.ventricular_septal_defect,
}


def draw(name: str, lang: Lang) -> Image.Image:
    """The figure ``name`` with labels in ``lang``; raises ``KeyError`` for an unknown name."""
    return FIGURES[name](lang)
