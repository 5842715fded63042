"""The pediatric case record, one StreamBlock per stage of disclosure.

Field list: CARE (Gagnier 2013), MedBiquitous Virtual Patient, Chinese pediatric history schemes.
"""

from courseware.catalogue.blocks.record.stages import STAGE_BLOCKS

__all__ = ["STAGE_BLOCKS"]
