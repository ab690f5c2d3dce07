"""Kinds of everyday English and of fairness: their shares of the rows, and what the generator must know about them."""

# The share of rows of each kind, on the scale of `generator.WEIGHTS`.
EVERYDAY = {"day_change": 19, "day_idiom": 19, "day_under": 23, "day_irony": 18, "day_marks": 9, "day_advice": 17,
            "day_demands": 20, "day_then": 23, "day_holder": 18, "day_answer": 15, "day_negfact": 13, "day_words": 18,
            "day_meant": 12, "day_slang": 15, "day_short": 12, "day_versus": 18, "day_mixed": 17, "day_plain": 22,
            "day_rare": 12, "day_turned": 14, "day_life": 16, "day_traits": 10, "day_register": 11,
            "day_scope": 19, "day_you": 11, "day_civic": 14}
# Kinds that stand alone: nothing is said before or after.
ALONE = ("day_marks", "day_short", "day_answer")
# Kinds whose rows differ in the word of one slot alone, which is called like the kind: who or where somebody is.
FAIR = {"fair_adjective": 18, "fair_origin": 11, "fair_being": 22, "fair_person": 13, "fair_people": 12, "fair_job": 11,
        "fair_name": 12, "fair_place": 11}
FAIR_VARIANTS = 4
