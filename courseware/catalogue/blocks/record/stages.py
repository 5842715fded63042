"""Which blocks each stage may hold."""

from courseware.catalogue.blocks.dose import DrugDoseBlock
from courseware.catalogue.blocks.record import care as caring
from courseware.catalogue.blocks.record import findings, history, reasoning
from courseware.catalogue.blocks.record.base import StageBlock
from courseware.catalogue.blocks.reference import ReferenceBlock
from courseware.catalogue.enums import Stage


class SettingStage(StageBlock):
    scene = history.SceneBlock()


class ComplaintStage(StageBlock):
    chief_complaint = history.ChiefComplaintBlock()
    vitals = findings.VitalsBlock()


class IllnessStage(StageBlock):
    pertinent = history.PertinentBlock()
    general_state = history.GeneralStateBlock()


class BackgroundStage(StageBlock):
    past = history.PastBlock()
    birth = history.BirthBlock()
    feeding = history.FeedingBlock()
    growth = findings.GrowthBlock()
    development = history.DevelopmentBlock()
    immunisation = history.ImmunisationBlock()
    family = history.FamilyBlock()
    social = history.SocialBlock()
    systems_review = history.SystemsReviewBlock()


class ExaminationStage(StageBlock):
    vitals = findings.VitalsBlock()
    growth = findings.GrowthBlock()
    examination = findings.ExaminationBlock()
    score = findings.ScoreBlock()


class SummaryStage(StageBlock):
    summary_statement = reasoning.SummaryStatementBlock()
    problem_list = reasoning.ProblemListBlock()


class DifferentialStage(StageBlock):
    differential = reasoning.DifferentialBlock()


class InvestigationsStage(StageBlock):
    results = findings.ResultsBlock()
    imaging = findings.ImagingBlock()
    score = findings.ScoreBlock()


class DiagnosisStage(StageBlock):
    diagnosis = reasoning.DiagnosisBlock()


class ManagementStage(StageBlock):
    goals = caring.GoalsBlock()
    care = caring.CareBlock()
    drug_dose = DrugDoseBlock()


class OutcomeStage(StageBlock):
    outcome = caring.OutcomeBlock()
    timeline = caring.TimelineBlock()
    perspective = caring.PerspectiveBlock()


class TeachingStage(StageBlock):
    teaching_points = caring.TeachingPointsBlock()
    pitfalls = caring.PitfallsBlock()
    humanistic = caring.HumanisticBlock()
    suggested_use = caring.SuggestedUseBlock()
    guideline = caring.GuidelineBlock()
    reference = ReferenceBlock()


STAGE_BLOCKS: dict[Stage, type[StageBlock]] = {
    Stage.SETTING: SettingStage,
    Stage.COMPLAINT: ComplaintStage,
    Stage.ILLNESS: IllnessStage,
    Stage.BACKGROUND: BackgroundStage,
    Stage.EXAMINATION: ExaminationStage,
    Stage.SUMMARY: SummaryStage,
    Stage.DIFFERENTIAL: DifferentialStage,
    Stage.INVESTIGATIONS: InvestigationsStage,
    Stage.TARGETED: InvestigationsStage,
    Stage.DIAGNOSIS: DiagnosisStage,
    Stage.MANAGEMENT: ManagementStage,
    Stage.OUTCOME: OutcomeStage,
    Stage.TEACHING: TeachingStage,
}
