"""What the generator tells stories from: invented names, kinds of event, and ways to tell each part of them."""

from __future__ import annotations

from dataclasses import dataclass

FIRST_NAMES = """Anna Bruno Carla Dennis Elena Frank Greta Henry Irene Jonas Karen Louis Maria Nathan Olivia Peter Rosa Samuel
Teresa Victor Wanda Xavier Yvonne Zachary Alice Boris Clara David Edith Felix Gloria Hugo Ingrid Julia Kevin Laura Martin
Nora Oscar Paula Robert Sonia Thomas Ursula Vincent Walter Amelia Bernard Celia Derek Emma Fiona Gerald Helen Isaac Joan Keith
Linda Marcus Naomi Owen Patricia Quentin Ruth Simon Tamara Ulrich Vera Wesley Abigail Benjamin Charlotte Daniel""".split()

STARTS = """Bel Bran Cal Cor Dal Dor Dun El Fal Fen Gar Gel Hal Hart Hol Il Jor Kal Kes Kin Lan Lor Mar Mel Mor Nar Nel Nor Oak
Ol Os Pel Per Quil Ran Rav Ros Sal Sel Sor Tal Tar Tel Thorn Tol Ul Val Var Ver Vos Wal Wen Wil Yar Yel Zan Zel Ash Bar Birk Cros
Drey Esk Fros Grim Hes Jen Kron Lud Mun Nis Ost Prin Ruk Stam Trev Und Vask Wid Yor Zim""".split()
MIDDLES = "a e i o u an en in on ar er or al el il ab ed ig om ut and ent ing ost ul av ev ip ok osh eth".split()
SURNAME_ENDS = "by der ford gren hart holt ing kamp ley lund man mond ner quist rin sen son stead strom ther ton vik well wick".split()
TOWN_ENDS = "bury combe creek dale ferry field haven hollow mere mouth port ridge shaw stead stow vale ville water wold worth".split()
STREETS = "Street Avenue Road Lane Drive Boulevard".split()
OUTLETS = (
    """Ledger Courier Gazette Tribune Herald Sentinel Bulletin Monitor Dispatch Observer Chronicle Examiner""".split()
)
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NUMBERS = "two three four five six seven eight nine".split()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event. Sentences hold `{slots}`; each entry of `parts` is one thing that is told, in several wordings."""

    name: str
    titles: tuple[str, ...]
    leads: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    things: tuple[str, ...]
    said: str


KINDS = (
    Kind(
        "fire",
        ("{Number} hurt in fire at {firm} {thing}", "Fire guts {firm} {thing} in {town}", "{town} {thing} burns"),
        (
            "{Number} people were injured when a fire swept through a {thing} owned by {firm} in {town} on {weekday}, {office} said.",
            "A fire at the {firm} {thing} in {town} injured {number} people on {weekday}, according to {office}.",
            "Flames tore through the {firm} {thing} on {street} in {town} on {weekday}, leaving {number} people injured, {office} said.",
        ),
        (
            ("Crews were called to {house} {street} shortly after {hour}.", "The first engines reached {house} {street} just after {hour}."),
            ("Investigators suspect that a faulty {cause} started the blaze.", "A faulty {cause} is believed to have started the fire."),
            ("About {staff} workers were in the building when the alarm went off.", "Roughly {staff} employees had to leave the building."),
            ("Damage was put at ${cost} million.", "The owner estimated the loss at ${cost} million."),
        ),
        ("warehouse", "cannery", "sawmill", "bakery", "print shop", "tannery", "foundry", "laundry", "granary", "boatyard"),
        "Fire Chief {official}",
    ),
    Kind(
        "crash",
        ("{Number} killed as {thing} overturns near {town}", "{thing} crash on {street} kills {number}", "Deadly crash outside {town}"),
        (
            "{Number} people were killed when a {thing} run by {firm} left {street} near {town} on {weekday}, {office} said.",
            "A {thing} of {firm} went off {street} outside {town} on {weekday}, killing {number} people, {office} reported.",
            "{Number} people died on {weekday} after a {thing} operated by {firm} overturned on {street} near {town}, according to {office}.",
        ),
        (
            ("The driver, {person}, {age}, survived.", "{person}, {age}, who was at the wheel, survived."),
            ("It happened around {hour} in heavy {weather}.", "The road was covered in {weather} when it happened around {hour}."),
            ("{Staff} passengers had boarded at the {landmark} stop.", "The vehicle had taken on {staff} passengers at {landmark}."),
            ("A broken {cause} was found in the wreck.", "Inspectors found a broken {cause} in the wreck."),
        ),
        ("coach", "minibus", "tanker", "tram", "school bus", "lorry", "camper", "ferry shuttle"),
        "Trooper {official}",
    ),
    Kind(
        "vote",
        ("{town} council closes {firm} {thing}", "Council votes to shut {thing} in {town}", "{thing} to close after {town} vote"),
        (
            "The {town} council voted {number} to one on {weekday} to close the {firm} {thing} on {street}.",
            "Council members in {town} decided on {weekday} to shut the {firm} {thing} on {street}, by {number} votes to one.",
            "By {number} votes to one, the council of {town} agreed on {weekday} to close the {firm} {thing}.",
        ),
        (
            ("Keeping it open would cost ${cost} million a year.", "The {thing} costs the town ${cost} million a year."),
            ("{person}, {age}, who has gone there since childhood, wept in the hall.", "Among the audience, {person}, {age}, wept."),
            ("The building at {house} {street} will be sold to a maker of {cause} parts.", "A maker of {cause} parts wants to buy {house} {street}."),
            ("More than {staff} residents signed a petition at {landmark}.", "A petition launched at {landmark} gathered {staff} names."),
        ),
        ("library", "swimming pool", "museum", "clinic", "primary school", "theater", "market hall", "ice rink"),
        "Clerk {official}",
    ),
    Kind(
        "robbery",
        ("Police seek robbers of {firm} {thing}", "{thing} in {town} robbed of ${cost} million", "{Number} raid {town} {thing}"),
        (
            "{Number} masked men robbed the {firm} {thing} on {street} in {town} on {weekday}, {office} said.",
            "A {thing} of {firm} in {town} was robbed by {number} masked men on {weekday}, according to {office}.",
            "Police in {town} are looking for {number} men who robbed the {firm} {thing} on {street} on {weekday}.",
        ),
        (
            ("They took goods worth ${cost} million.", "What they took is worth ${cost} million, the owner said."),
            ("A guard, {person}, {age}, was tied up.", "The men tied up a guard, {person}, {age}."),
            ("The alarm rang at {hour}.", "At {hour}, a neighbor of {house} {street} heard the alarm."),
            ("The getaway van was found near {landmark}, a {cause} left on its seat.", "Officers found the van at {landmark} with a {cause} inside."),
        ),
        ("jeweler", "bank branch", "pawn shop", "art gallery", "coin dealer", "post office", "wine cellar", "watchmaker"),
        "Inspector {official}",
    ),
    Kind(
        "storm",
        ("Storm leaves {number} missing near {town}", "{thing} batters {town}", "{Number} missing after {thing}"),
        (
            "{Number} people are missing after a {thing} struck {town} on {weekday}, {office} said.",
            "A {thing} tore through {town} on {weekday} and left {number} people missing, according to {office}.",
            "Rescuers were searching for {number} people in {town} on {weekday} after a {thing}, {office} reported.",
        ),
        (
            ("The worst of it passed over {street} at about {hour}.", "It reached {street} at about {hour}."),
            ("A depot of {firm} lost its roof.", "The roof of a {firm} depot was torn off."),
            ("{person}, {age}, spent the night on top of a {cause} shed.", "Neighbors pulled {person}, {age}, out of a {cause} shed."),
            ("Some {staff} households had no power around {landmark}.", "Power failed in {staff} homes around {landmark}."),
        ),
        ("tornado", "hailstorm", "flash flood", "windstorm", "waterspout", "blizzard", "mudslide"),
        "Mayor {official}",
    ),
    Kind(
        "trial",
        ("{person} convicted of fraud at {firm}", "Jury finds {firm} {thing} guilty", "{firm} {thing} guilty on {number} counts"),
        (
            "A jury in {town} found {person}, {age}, a former {thing} of {firm}, guilty of {number} counts of fraud on {weekday}.",
            "{person}, {age}, once {thing} of {firm}, was convicted of {number} counts of fraud by a {town} jury on {weekday}.",
            "On {weekday} a {town} court convicted {person}, {age}, the former {thing} of {firm}, on {number} counts of fraud.",
        ),
        (
            ("Prosecutors said ${cost} million went missing.", "The company lost ${cost} million, prosecutors said."),
            ("The money passed through an office at {house} {street}.", "An office at {house} {street} served as a front."),
            ("Jurors deliberated for {staff} hours.", "The verdict came after {staff} hours of deliberation."),
            ("A ledger hidden in a {cause} at {landmark} was the main evidence.", "The main evidence was a ledger found in a {cause} near {landmark}."),
        ),
        ("treasurer", "director", "bookkeeper", "chairman", "buyer", "sales manager", "notary"),
        "Judge {official}",
    ),
    Kind(
        "rescue",
        ("{Number} climbers rescued above {town}", "Helicopter saves {number} near {town}", "{Number} brought down from {landmark}"),
        (
            "{Number} {thing} were rescued from {landmark} above {town} on {weekday}, {office} said.",
            "Rescue teams brought {number} {thing} down from {landmark} near {town} on {weekday}, according to {office}.",
            "A helicopter lifted {number} {thing} off {landmark} near {town} on {weekday}, {office} reported.",
        ),
        (
            ("The call came at {hour} from {person}, {age}.", "{person}, {age}, called for help at {hour}."),
            ("They had lost a {cause} in the {weather}.", "In the {weather}, their {cause} was lost."),
            ("The search, paid for by {firm}, cost ${cost} million.", "{firm} will pay for the search, which cost ${cost} million."),
            ("{Staff} volunteers met at {house} {street}.", "From {house} {street}, {staff} volunteers set out."),
        ),
        ("climbers", "hikers", "skiers", "cavers", "students", "surveyors", "birdwatchers"),
        "Ranger {official}",
    ),
    Kind(
        "strike",
        ("{firm} {thing} walk out in {town}", "Strike shuts {firm} plant", "{town} {thing} on strike"),
        (
            "{Staff} {thing} at {firm} in {town} walked off the job on {weekday}, {office} said.",
            "About {staff} {thing} of {firm} went on strike in {town} on {weekday}, according to {office}.",
            "Work stopped at {firm} in {town} on {weekday} as {staff} {thing} walked out, {office} said.",
        ),
        (
            ("The union wants ${cost} million for safer {cause} rooms.", "At issue are {cause} rooms, which would cost ${cost} million to mend."),
            ("{person}, {age}, has worked there since school.", "Among them is {person}, {age}, who started there after school."),
            ("Pickets stood at {house} {street} from {hour}.", "From {hour}, pickets stood outside {house} {street}."),
            ("{Number} arrests were made near {landmark}.", "Police arrested {number} people near {landmark}."),
        ),
        ("welders", "drivers", "nurses", "packers", "weavers", "engineers", "cooks", "dockers"),
        "Union leader {official}",
    ),
)  # fmt: skip

CAUSES = """heater boiler cable fuse brake valve lamp pump ladder radio compass kettle furnace rope winch stove generator
chimney motor drill filter gauge hinge clutch crate barrel cabinet scale bicycle piano""".split()
WEATHER = "fog rain snow sleet hail drizzle ice dust".split()
LANDMARKS = (
    "Bridge Mill Tower Chapel Quarry Lighthouse Station Orchard Castle Dam Pier Gorge Summit Cavern Meadow Lock".split()
)

QUOTES = (
    ("We do not know yet how {topic} could come to this", ("do not know", "know")),
    ("Nobody in {town} should think that {topic} is over", ("Nobody", "Anybody")),
    ("I have never seen {topic} like that in {years} years", ("never", "often")),
    ("We will not rest until {topic} is explained to the people of {town}", ("will not", "will")),
    ("There is no reason to blame {firm} for {topic}", ("no reason", "every reason")),
    ("The {cause} was checked in {month}, and it was not in order", ("was not", "was")),
)
TOPICS = """the delay|the damage|the noise|the silence|the paperwork|the planning|the training|the supply of water|the insurance|
the lack of staff|the state of the roof|the wiring|the lighting|the budget|the schedule|the signage|the drainage|the inspection|the
old contract|the temporary repair|the missing permit|the second opinion|the hotline|the night shift""".replace(
    "\n", ""
).split("|")
MONTHS = "January February March April May June July August September October November December".split()

WHO = """A neighbor|A shopkeeper|A retired teacher|The local priest|A bus driver|A baker|A student|A nurse on her way home|A farmer|
The owner of a café|A plumber|A postal worker|A gardener|A tourist|A night watchman|A carpenter|A librarian|A former mayor|A cyclist|
A butcher|A violinist|An angler|A roofer|A pharmacist""".replace("\n", "").split("|")
DID = """brought coffee to|wrote a letter to|waited for hours with|sang for|argued with|took photographs of|collected money for|opened
the door to|lent a generator to|drew a map for|read out a statement to|handed blankets to|translated for|cooked soup for|kept a diary
about|gave directions to|fixed the radio of|prayed with""".replace("\n", " ").split("|")
WHOM = """the helpers|the families|the visitors|a group of pupils|the reporters|those who waited|the council|an elderly couple|two
engineers from abroad|the choir|a film crew|the volunteers|the inspectors|the night crew|a class of apprentices|the mayor's
office|several drivers|the cleaners""".replace("\n", " ").split("|")
WHERE = """beside the old {noun}|in front of the {noun}|behind a {noun}|near the {noun} works|across from the {noun} store|under the {noun}
sign|at the {noun} fair|along the {noun} path""".replace("\n", " ").split("|")
NOUNS = """acorn anchor anvil apron basket beacon bell bramble brick bucket butter canal candle carpet cedar cello chalk cider clay clock
cobbler copper coral cotton cradle crayon dahlia daisy dial drum eel elm engine feather fern fiddle flax flint flute fountain fox garlic
ginger glass goose granite hammer harp hazel herring honey hops iron ivory ivy jasmine juniper kite lace lantern lavender leather
lemon lilac linen lobster locket loom magnet maple marble millet mint mirror moss mustard nettle nutmeg oat olive onion opal orchid
otter oyster parsley peach pear pebble pepper pewter pine plum poppy pottery quartz quince quilt raft raisin reed ribbon rose
rye saddle saffron salmon salt sapphire satin shell silk silver slate sparrow spice spindle spruce starling straw sugar swan tar thimble
thistle thyme tile tin tobacco trout tulip turnip umber vanilla velvet vinegar violet walnut wax wheat whistle willow wool yarn""".split()
