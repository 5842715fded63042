"""Thirty concepts, each by its Chinese and English name, its abbreviation and its pinyin: one set of results."""

import pytest

from search import pinyin
from search.answering import answer
from search.query import Query
from search.results import asking

pytestmark = pytest.mark.django_db

CONCEPTS = """
川崎病休克综合征 | Kawasaki disease shock syndrome | KDSS
缺氧缺血性脑病 | hypoxic-ischemic encephalopathy | HIE
坏死性小肠结肠炎 | necrotizing enterocolitis | NEC
早产儿视网膜病变 | retinopathy of prematurity | ROP
持续肺动脉高压 | persistent pulmonary hypertension of the newborn | PPHN
动脉导管未闭 | patent ductus arteriosus | PDA
室间隔缺损 | ventricular septal defect | VSD
左心发育不良综合征 | hypoplastic left heart syndrome | HLHS
大动脉转位 | transposition of the great arteries | TGA
室上性心动过速 | supraventricular tachycardia | SVT
炎症性肠病 | inflammatory bowel disease | IBD
口服补液盐 | oral rehydration salts | ORS
泌尿道感染 | urinary tract infection | UTI
膀胱输尿管反流 | vesicoureteral reflux | VUR
急性肾损伤 | acute kidney injury | AKI
溶血尿毒综合征 | hemolytic uremic syndrome | HUS
免疫性血小板减少症 | immune thrombocytopenia | ITP
弥散性血管内凝血 | disseminated intravascular coagulation | DIC
肿瘤溶解综合征 | tumor lysis syndrome | TLS
急性播散性脑脊髓炎 | acute disseminated encephalomyelitis | ADEM
脑脊液 | cerebrospinal fluid | CSF
糖尿病酮症酸中毒 | diabetic ketoacidosis | DKA
先天性肾上腺皮质增生症 | congenital adrenal hyperplasia | CAH
苯丙酮尿症 | phenylketonuria | PKU
系统性红斑狼疮 | systemic lupus erythematosus | SLE
手足口病 | hand, foot and mouth disease | HFMD
呼吸道合胞病毒 | respiratory syncytial virus | RSV
心肺复苏 | cardiopulmonary resuscitation | CPR
注意缺陷多动障碍 | attention deficit hyperactivity disorder | ADHD
发育性髋关节发育不良 | developmental dysplasia of the hip | DDH
"""


def lines() -> list[list[str]]:
    return [[name.strip() for name in line.split("|")] for line in CONCEPTS.strip().splitlines()]


def found(text: str, reader: str) -> set[int]:
    result, is_limited = answer(asking(Query(text=text), reader=reader))
    assert not is_limited
    return set(result.page_ids)


def test_every_name_of_thirty_concepts_finds_the_same(engine, write, home_en):
    assert len(lines()) == 30
    expected = {}
    for number, (chinese, english, short) in enumerate(lines()):
        expected[chinese] = {
            write(f"课文{number}", f"<p>今天讨论的是{chinese}的处理，请先预习。</p>").pk,
            write(f"Lesson {number}", f"<p>Today we treat {english}, as ever.</p>", parent=home_en).pk,
            write(f"Short {number}", f"<p>The {short} in short.</p>", parent=home_en).pk,
        }
    for chinese, english, short in lines():
        sound = pinyin.full(chinese)
        for text in (
            chinese,
            english,
            english.upper(),
            short,
            short.lower(),
            sound,
            pinyin.initials(chinese),
        ):
            for reader in ("zh-hans", "en"):
                assert found(text, reader) == expected[chinese], (text, reader)
