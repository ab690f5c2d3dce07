/** Names of groups, common and rare. Each list fits all sentences of its kind in grammar. */
const list = (words: string): readonly string[] => words.split(',').map((word) => word.trim());

export const nationalities = list(`
  Afghan, Albanian, Algerian, American, Angolan, Argentinian, Armenian, Australian, Azerbaijani, Bangladeshi,
  Belarusian, Belgian, Bolivian, Brazilian, British, Bulgarian, Cambodian, Canadian, Chilean, Chinese, Colombian,
  Congolese, Cuban, Danish, Dutch, Egyptian, Eritrean, Ethiopian, Filipino, Finnish, French, Georgian, German,
  Ghanaian, Greek, Haitian, Hungarian, Indian, Indonesian, Iranian, Iraqi, Irish, Israeli, Italian, Jamaican,
  Japanese, Kenyan, Lebanese, Libyan, Mexican, Moldovan, Mongolian, Nigerian, North Korean, Norwegian, Pakistani,
  Palestinian, Polish, Romanian, Russian, Saudi, Somali, South African, Spanish, Sudanese, Swedish, Syrian,
  Turkish, Ukrainian, Vietnamese, Yemeni, Zambian`);

export const religions = list(`
  Christian, Catholic, Protestant, Orthodox, Muslim, Sunni, Shia, Jewish, Hindu, Sikh, Jain, Buddhist, Taoist,
  Confucian, Shinto, Zoroastrian, Baha'i, Druze, Yazidi, Mormon, Quaker, Lutheran, Baptist, Methodist, Anglican,
  Presbyterian, Pentecostal, Evangelical, Calvinist, Mennonite, Amish, Adventist, Coptic, Unitarian, Rastafarian,
  pagan, Wiccan, atheist, agnostic, Alevi, Ismaili, Sufi, Hasidic, Salafi, Maronite`);

export const ethnicities = list(`
  Black, white, Asian, Latino, Hispanic, Arab, Roma, Sinti, Kurdish, Maori, Aboriginal, Native American,
  African American, Inuit, Sami, Tamil, Punjabi, Bengali, Pashtun, Uyghur, Tibetan, Hmong, Han Chinese, Yoruba,
  Igbo, Hausa, Zulu, Xhosa, Berber, Tuareg, Basque, Catalan, Breton, Cherokee, Navajo, Sioux, Quechua, Mestizo,
  Creole, Slavic, Persian, Tatar, Chechen, Hutu, Tutsi, Polynesian, Melanesian, Caucasian, biracial, mixed-race,
  Afro-Caribbean, South Asian, East Asian, Middle Eastern`);

export const orientations = list(`
  gay, straight, lesbian, bisexual, bi, pansexual, asexual, aromantic, demisexual, queer, heterosexual, homosexual,
  transgender, trans, cisgender, cis, non-binary, genderqueer, genderfluid, agender, bigender, intersex,
  transsexual, LGBT, gender-nonconforming, two-spirit`);

export const ages = list(`
  young, old, elderly, middle-aged, aged, teenage, retired, grey-haired, white-haired, older, younger, adolescent,
  senior, 18-year-old, 25-year-old, 40-year-old, 62-year-old, 85-year-old, ninety-year-old, twenty-year-old,
  seventy-year-old, fifty-year-old, thirty-something, sixty-something, millennial, octogenarian, 99-year-old`);

export const abilities = list(`
  blind, deaf, autistic, disabled, dyslexic, able-bodied, sighted, hearing, mentally ill, bipolar, schizophrenic,
  epileptic, diabetic, paraplegic, quadriplegic, deaf-blind, hard-of-hearing, partially sighted,
  visually impaired, hearing-impaired, neurodivergent, neurotypical, one-armed, one-legged, colour-blind,
  short-sighted, asthmatic, HIV-positive, chronically ill, learning-disabled, intellectually disabled,
  physically disabled, non-disabled, paralysed, non-verbal, haemophiliac, arthritic, dyspraxic, left-handed`);

export const genders = list(`
  man, woman, boy, girl, lady, gentleman, guy, bloke, lad, lass, fellow, chap, young man, young woman, old man,
  old woman, teenage boy, teenage girl, non-binary person, trans woman, trans man, mother, father, widow, widower`);

export const relatives = list(`
  mother, father, mum, dad, sister, brother, daughter, son, aunt, uncle, niece, nephew, wife, husband, girlfriend,
  boyfriend, grandmother, grandfather, grandma, grandpa, stepmother, stepfather, mother-in-law, father-in-law,
  sister-in-law, brother-in-law, stepsister, stepbrother, goddaughter, godson, granddaughter, grandson, fiancé,
  fiancée`);

export const pronouns = list('he, she');

export const names = list(`
  Abdul, Agnieszka, Ahmed, Aisha, Anna, Aziz, Blessing, Boris, Brandon, Carlos, Chidi, Chloe, Connor, Darnell,
  Deborah, Dmitri, Dolores, DeShawn, Ebony, Emeka, Fatima, Faith, Giovanni, Grace, Guadalupe, Hans, Hiroshi, Hope,
  Ibrahim, Ingrid, Jamal, Jesús, João, Joy, Juan, Kareem, Keisha, Kevin, Khadija, Kwame, Lakshmi, LaToya, Lars,
  Mehmet, Mercy, Mohammed, Moshe, Nguyen, Olga, Oluwaseun, Osama, Priya, Rashid, Siobhán, Sven, Tanisha, Tyrone,
  Vladimir, Wei, Yusuf, Zofia`);

export const jobs = list(`
  accountant, actor, architect, bailiff, baker, banker, barber, beekeeper, bus driver, butcher, caretaker,
  carpenter, cleaner, clown, cook, customs officer, dancer, debt collector, dentist, dustman, electrician,
  engineer, estate agent, farmer, farrier, fisherman, gravedigger, hairdresser, imam, journalist, judge, lawyer,
  librarian, lorry driver, mechanic, midwife, miner, nanny, nurse, nun, pest controller, pilot, plumber,
  police officer, politician, postman, priest, prison guard, rabbi, refuse collector, scientist, sex worker,
  shepherd, soldier, stripper, surgeon, tax inspector, taxi driver, teacher, traffic warden, undertaker, vicar,
  welder`);

export const places = list(`
  Afghanistan, Albania, Algeria, Angola, Baghdad, Bangladesh, Beirut, Belarus, Belfast, Bogota, Bradford, Brazil,
  Cairo, Canada, Chechnya, Chicago, China, Congo, Damascus, Denmark, Detroit, Dublin, Eritrea, Ethiopia, France,
  Gaza, Germany, Haiti, Hanoi, Honduras, India, Iran, Iraq, Israel, Japan, Kabul, Karachi, Kenya, Kyiv, Lagos,
  Liberia, Libya, Lima, Mexico, Minsk, Mississippi, Mogadishu, Moscow, Nepal, Nigeria, North Korea, Norway, Oslo,
  Pakistan, Palestine, Paris, Poland, Romania, Rwanda, Somalia, Sudan, Switzerland, Syria, Tehran, Texas, Tokyo,
  Ukraine, Vietnam, Yemen, Zimbabwe`);
