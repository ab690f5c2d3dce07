"""Kinds of everyday English and of fairness: their shares of the rows, and what the generator must know about them."""

# The share of rows of each kind, on the scale of `generator.WEIGHTS`.
EVERYDAY = {"day_change": 14, "day_idiom": 14, "day_under": 14, "day_irony": 13, "day_marks": 7, "day_advice": 13,
            "day_demands": 13, "day_then": 14, "day_holder": 13, "day_answer": 11, "day_negfact": 8, "day_words": 12,
            "day_meant": 9, "day_slang": 10, "day_short": 8, "day_versus": 13, "day_mixed": 14, "day_plain": 22,
            "day_rare": 12, "day_turned": 14, "day_life": 11, "day_traits": 10, "day_register": 11,
            "day_scope": 14, "day_you": 11, "day_civic": 9}
# Kinds that stand alone: nothing is said before or after.
ALONE = ("day_marks", "day_short", "day_answer")
# Kinds whose rows differ in the word of one slot alone, which is called like the kind: who or where somebody is.
FAIR = {"fair_adjective": 16, "fair_origin": 10, "fair_being": 20, "fair_person": 11, "fair_people": 11, "fair_job": 10,
        "fair_name": 9, "fair_place": 9}
FAIR_VARIANTS = 4
