"""Words of English texts, and of Arabic names as English writes them."""

from __future__ import annotations

from gazetteer.mentions.lexicon.lists import split_words

__all__ = [
    "ADVERBS",
    "ATTACKED",
    "ATTACKS",
    "CITY_CUES",
    "COMERS",
    "COMMON",
    "COMPASS",
    "DECIDING_TYPES",
    "FACILITIES",
    "FUNCTION_WORDS",
    "GIVEN_NAMES",
    "GOVERNORATE_CUES",
    "GROUP_HEADS",
    "GROUP_TAILS",
    "HELPERS",
    "HONORIFICS",
    "KEPT_TYPES",
    "LEAVERS",
    "NEAR_WORDS",
    "OPENERS",
    "PLACE_PREPOSITIONS",
    "SPEECH",
    "TYPES",
    "WEAK_PREPOSITIONS",
]

# Before "of X", or after X: what follows or precedes is a place.
TYPES = split_words(
    "town towns city cities village villages hamlet hamlets neighborhood neighborhoods "
    "neighbourhood neighbourhoods district districts subdistrict quarter quarters suburb suburbs "
    "province provinces governorate governorates countryside countrysides outskirts camp airport "
    "airbase airfield crossing area areas region regions municipality settlement "
    "enclave pocket vicinity "
    "surroundings highway road axis front frontline bridge dam hills desert township townships "
    "citadel mountain mountains heights farms farmland checkpoint refinery highlands plain plains"
)
# Words that stay in the name where they end it: "Ghab plain", "Tishrin Dam".
KEPT_TYPES = split_words(
    "plain plains mountain mountains hills hill desert valley river dam lake airbase airport camp "
    "crossing refinery base airfield field fields plant station silos prison castle depot depots "
    "citadel junction airbases garrison"
)
# After a name on no list: it is a building's.
FACILITIES = split_words(
    "hospital hospitals school schools mosque mosques university clinic clinics bakery bakeries "
    "prison street square hotel church churches stadium factory company museum market markets"
)
# Beginnings of Arabic place names that no person's or group's name has.
OPENERS = split_words(
    "tal tall tell tel kafr kafar kfar kefr khirbet khirbat khirbit jabal jebel jabel deir dayr "
    "dair wadi sahl maar maarat maaret maarrat ain ayn ein ras qalaat qalat jisr beit bayt "
    "tallat tulul mazraat mazrat nahr hosh hawsh rasm khan burj qasr umm um oum"
)
# Before a seat's name: the city is meant, not its governorate.
NEAR_WORDS = split_words("near around outside towards toward")
CITY_CUES = split_words(
    "city town outskirts suburb suburbs neighborhood neighborhoods neighbourhood "
    "neighbourhoods citadel quarter quarters downtown streets hospital hospitals "
    "towards center centre airport besieged"
)
COMPASS = split_words(
    "north south east west northern southern eastern western northeast northwest southeast "
    "southwest northeastern northwestern southeastern southwestern central"
)
PLACE_PREPOSITIONS = split_words(
    "in at near on from to towards toward around outside inside over into between across "
    "targeting struck hit hitting bombed bombing shelled shelling pounded striking captured "
    "entered left reached besieged of through via against including namely targeted targets "
    "pounding bombarded bombarding raided raiding attacked attacking seized retook recaptured "
    "stormed storming evacuated fled overlooking approaching approached hits strikes bombs pounds "
    "rocked rocking shook"
)
# Persons and things follow these as often as places.
WEAK_PREPOSITIONS = split_words(
    "of to from into over left between across against through via attacked attacking approached "
    "including namely"
)
# "took off from X", "flew from X": a place is X.
LEAVERS = split_words(
    "off flew fly flies flying flown fired launched departed departing withdrew withdrawn "
    "retreated retreating evacuated displaced"
)
# "X was shelled again", "X has been heavily bombed", "X came under fire": a place is X.
HELPERS = split_words("was were is are has have had been being")
ADVERBS = split_words("also again then twice later first not once still never all both next")
ATTACKED = split_words(
    "hit struck shelled bombed bombarded targeted pounded raided stormed besieged encircled "
    "captured recaptured retaken evacuated deserted attacked"
)
COMERS = split_words("came come comes coming")
# After "X:" in a list of the day: "X: three raids".
ATTACKS = split_words(
    "raid raids strike strikes airstrike airstrikes barrel barrels shell shells shelling mortar "
    "mortars artillery bomb bombs bombing bombardment rocket rockets missile missiles attack "
    "attacks clashes sniper explosion explosions drone helicopter"
)

# A run of capitals beginning so is a group, wherever a place name stands in it.
GROUP_HEADS = split_words(
    "jabhat jahbat jaysh jaish jayish jeish liwa faylaq failaq hayat hayaat hayyat ahrar kataib "
    "katiba katibat harakat hurras horas ansar jund suqour suqur saraya quwat quwwat fursan nour "
    "tajammu ittihad free syrian sham radio lions falcons knights hawks martyrs sons soldiers "
    "army front operation brigade division shabiha national operations levant islamic "
    "muhammad mohammed"
) - split_words("syrian sham nour army front muhammad mohammed national islamic operation division")
# A run of capitals ending so, or going on so after a place, is an organisation.
GROUP_TAILS = split_words(
    "media center centre network agency news channel tv radio observatory council councils "
    "committee committees coordination directorate ministry university college institute "
    "brigade brigades division battalion battalions army front movement union coalition legion "
    "corps force forces shield tribe clan clans fc club sc company bank group party office "
    "defense defence police court project initiative foundation association organization "
    "organisation society press post times today daily eye pulse dawn spring martyrs falcons "
    "hawks lions revolutionaries rebels agreement accord declaration process talks conference "
    "is 24 plus now live brigad regiment militia guard guards"
)
HONORIFICS = split_words(
    "mr mrs ms dr captain colonel major general brigadier lieutenant commander sheikh sheik "
    "shaykh president minister spokesman spokesperson spokeswoman activist journalist director "
    "secretary ambassador abu abou um ibn bin bint abdel abdul abd sergeant doctor professor "
    "leader chief prime analyst reporter correspondent king prince pilot"
)
# Verbs of saying and doing that follow a person and no place.
SPEECH = split_words(
    "said says told tells added adds explained explains claimed claims wrote writes tweeted "
    "stated noted argued warned posted recalled confirmed denied"
)
GIVEN_NAMES = split_words(
    "abdallah abdullah abdulrahman abdelrahman abdulkarim abdulaziz abdulhadi adnan adel ahmad "
    "ahmed ahmet akram ala alaa ali ammar amin amina amir anas anwar asma ayman aziz basel basil "
    "bassam bashar bilal catherine charles dmitry david diana ebrahim eyad fadi fadel fahd fahed "
    "faisal fares farid fatima fayez firas george ghassan habib hadi hafez haitham hamza hamid "
    "hani hasan hassan hatem haytham hisham hossam husam husein hussein hussain hossein ibrahim "
    "idris imad iman ismail issa iyad izzat jaber jamal jamil jawad jihad john joseph kamal karim "
    "kareem khaled khalid khalil laila layla louay luay maher mahmoud mahmud majid majed malik "
    "manaf mansour marwan mazen michael mohamad mohamed mohammad mohammed muhammad mustafa "
    "mustapha mouaz moaz muaz mohannad munir musa nabil nader nadia najib nasser nasir nawaf nidal "
    "nizar nour noor omar osama othman qasem qassem raed raghad rahaf raja rami ramzi rashid rasha "
    "razan riad riyad rima saad sabri saddam sadiq saeed said saleh salem salih salim salma salman "
    "sami samir sami sana sara sarah sergei sergey shadi suhail suleiman sulaiman sultan tahir "
    "taher talal tarek tareq tariq tawfiq thaer turki usama vladimir wael walid waleed yahya "
    "yaser yasser yasir yasin yassin youssef yousef yusuf younis younes zahra zaid zainab zaher "
    "ziad zuhair zouheir bachar fouad fuad ghazi jalal kinan lina maha mais mona nadim qusay rana "
    "recep tayyip hulusi mevlut emmanuel donald barack angela"
)
# Capitalised in a sentence, spelled like some village, and not meant as one without a strong cue.
COMMON = split_words(
    "a i an the and or but if in on at to of for by from with as is it its this that these those "
    "he she they we you his her their our all any some many most more other another new old "
    "several various numerous multiple residential "
    "one two three four five six seven eight nine ten first second third last next after before "
    "since while when where who what which why how also however yet then there here not no yes "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december today yesterday tomorrow "
    "north south east west northern southern eastern western central middle far near "
    "god allah islam islamic arab arabs kurd kurds sunni shia muslim christian jews turk turks "
    "assad asad nusra isis isil daesh sdf ypg pyd fsa hts sna snc pkk un eu us uk nato ngo idf "
    "hezbollah hizbollah hizballah hamas taliban qaeda qaida jihad houthi houthis fatah wagner "
    "free army air force forces front state states people war regime government opposition "
    "rebel rebels militia civilians children women men families sources source report reports "
    "video photo image images picture map news update live daily facebook twitter youtube "
    "telegram reuters afp sohr sana snhr tass rt bbc cnn guardian post times media press "
    "military airbase airport defense defence security iraqi jordanian saudi emirati qatari "
    "egyptian yemeni libyan british french german chinese european palestinian afghan ukrainian "
    "russian russians syrian syrians turkish iranian american western lebanese israeli kurdish "
    "sham cham levant caliphate emirate sultan emir amir sheikh imam hajj haj hadi mahdi nour noor "
    "salam salma salim rima hana rana dana mona sara iman amal isa issa zar san sam sad has hal "
    "tal tell tel ras ain ein deir dayr kafr jabal jebel wadi khan umm abu bab beit bayt burj "
    "qalat qalaat khirbet khirbat hosh marj mazraat rasm nahr tah is hit hur sur tub foa rai "
    "harem mare job jan mar sin dar bir hay hall hill mount lake river road street city town "
    "village camp square market school hospital mosque church airport base bridge dam border "
    "crossing district province governorate region area zone neighbourhood neighborhood "
    "shield spring dawn storm victory unity revolution peace martyrs falcons thawra nasr "
    "salah ala hassan hasan hussein ali omar said saeed mahmoud ahmad ahmed mohammad muhammad "
    "mansour nasser saleh khalil yousef younes maher rashid salman suleiman sabri habib faisal "
    "wahda wehda hurriya karama jamal kamal latif jadid qadim kabir saghir baath assads "
    "mobile orange bar man nice van idil batman reading split sale union central international"
) | split_words("mediterranean olive dove winter summer euphrates tigris tiger captagon sarin")
# Words of grammar, small or at the head of a sentence.
FUNCTION_WORDS = split_words(
    "in on at to of for by from with as the a an and or but if near after before since while when "
    "where this that these those there here then however also it its he she they we you his her "
    "their our not no yes all some many most more other another two three four five six first "
    "between around inside outside over under during against among towards toward into about "
    "meanwhile elsewhere earlier later today yesterday last next both former according despite "
    "although though because until following only even just"
)
# After a name that several places bear: they say which of them is meant.
DECIDING_TYPES = split_words(
    "neighborhood neighbourhood camp airport airbase dam mountain mountains plain"
)
# Beside a seat's name: its governorate is meant, not the city.
GOVERNORATE_CUES = split_words(
    "province provinces governorate governorates countryside countrysides region regions hinterland"
)
