"""Words beside which a name stands in a Dutch sentence, and words that are never one."""

from __future__ import annotations

from typing import Final

from buurtkamer_app.base.letters import words

# What can stand before a surname.
PARTICLES: Final = frozenset(
    words("aan al bij d da de del den der des di dos du el het in la le op s t te ten ter tot uit v van vd von zu zum")
)
TITLES: Final = frozenset(
    words("agent broeder buurman buurvrouw dame dames dhr dokter dominee dr drs fam familie heer heren ing imam")
    + words("juf juffrouw mej mejuffrouw madam madame mevr mevrouw meneer mijnheer mr mrs ms mw mwe pastoor pater")
    + words("prof professor tandarts wijkagent zuster burgemeester wethouder schepen fysiotherapeut huisarts directeur")
    + words("wijkverpleegkundige ergotherapeut opbouwwerker maatschappelijk hulpverlener begeleider leraar lerares")
)
RELATIONS: Final = frozenset(
    words("achterbuur achterbuurman baby benedenbuurman benedenbuurvrouw bovenbuurman bovenbuurvrouw bomma bompa broer")
    + words(
        "broertje buur buurjongen buurman buurmeisje buurvrouw coach collega dochter dochtertje echtgenoot echtgenote"
    )
    + words(
        "gast gastheer gastvrouw hulp jongen kameraad kennis kleindochter kleinkind kleinzoon man meisje maatje maat"
    )
    + words("meme moeder neef neefje nicht nichtje nonkel oma oom opa overbuurman overbuurvrouw overleden partner pepe")
    + words(
        "schoonmoeder schoondochter schoonvader schoonzoon schoonzus stagiair stagiaire tante tweeling vader vent "
        "vriend"
    )
    + words("vriendin vriendje vriendinnetje vrijwilliger vrijwilligster vrouw zoon zoontje zus zusje weduwe weduwnaar")
    + words("bezoeker bezoekster bewoner bewoonster buurtgenoot deelnemer deelneemster cliente client mantelzorger")
)
ASKED: Final = frozenset({"gevraagd", "bedacht", "geleid", "gemeld"})
# Between people who are named together.
JOINED: Final = frozenset({"en", "of", "plus"})
LISTED: Final = frozenset({",", "&", "/", "+"})
SMALL: Final = frozenset(words("kleine grote lange oude ouwe dikke lieve arme jonge beste hallo hoi dag ons onze"))
# `Groetjes, Marjolein`; `Contact: Wilma`.
SIGNED: Final = frozenset(
    words("groet groeten groetjes groetend contact contactpersoon naam heet heette tnv getekend ondertekend aanvrager")
)
# What only people do: after a word that is also a name it makes it one.
DOES: Final = frozenset(
    words(
        "wil wilt wilde vraagt vroeg zegt zei belt belde zoekt zocht spreekt sprak durft durfde snoeit kookt kookte "
        "bakt"
    )
    + words("leert leerde woont woonde vindt vond houdt wenst hoopt denkt dacht weet wist mist helpt hielp organiseert")
    + words(
        "regelt regelde zorgt biedt bood mailt mailde appt appte schrijft schreef tekent breit naait fietst wandelt"
    )
    + words(
        "voetbalt danst zingt rookt drinkt eet at lacht huilt klaagt vertelt vertelde brengt bracht neemt nam geeft"
    )
    + words(
        "gaf stelt meldt meldde begrijpt snapt kent ontvangt repareert schildert timmert verzorgt verhuist begeleidt"
    )
    + words("heeft had kan mag moet komt kwam gaat ging zou zal is was wordt werd doet deed haar heur z'n d'r")
)
# These are also done by weather, feasts and flowers.
DONE_BY_ANYTHING: Final = frozenset(
    words(
        "heeft had kan mag moet komt kwam gaat ging zou zal is was wordt werd doet deed geeft gaf neemt brengt bracht"
    )
)
OF_NATURE: Final = frozenset(
    words(
        "roos rozen bloem linde storm mei april maart mart zomer herfst winter lente hoop vrede ster sterre zon regen"
    )
    + words("iris jasmijn margriet daisy flor fleur merel arend mees aster wolf linden wal veer tuba genet kader")
    + words("faith hope charity patience victory june sun luz sol joy love blessing princess prince king eden salam")
)
HERE: Final = frozenset(
    words(
        "hiernaast boven beneden hierboven hieronder overkant hoek huisnummer nummer verderop tegenover ernaast buren"
    )
    + words("nr achter")
)
MONTHS: Final = frozenset(words("mei april june mart maart"))
# Before these a capital means a saint, a feast or a thing.
NO_PERSON_BEFORE: Final = frozenset(words("sint st sinte santa san zwarte koning koningin prins prinses"))
ARTICLES: Final = frozenset(words("de het een n the in eind begin half tot vanaf sinds deze elke iedere per"))
# Capitals of a sentence, a feast or a language, never of a person.
NEVER: Final = frozenset(
    words(
        "ik jij je u hij zij ze we wij jullie men er het de een dit dat deze die wie wat waar wanneer hoe waarom welke"
    )
    + words(
        "en of maar want dus ook niet geen wel nog al als toen dan daarna daarom in op aan bij van voor met zonder door"
    )
    + words(
        "uit naar over onder tot tegen tussen om per te ter ten na sinds vanaf is was zijn waren heeft hebben had kan"
    )
    + words(
        "kunnen wil willen mag mogen moet moeten zal zou gaat komt mijn onze ons haar hun uw jouw iemand iedereen "
        "niemand"
    )
    + words(
        "alle alles elke elk iedere veel weinig meer minder graag samen vandaag morgen gisteren nu hier daar ja nee oke"
    )
    + words(
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus"
    )
    + words(
        "september oktober november december lente zomer herfst winter kerst kerstmis pasen pinksteren hemelvaart "
        "ramadan"
    )
    + words(
        "suikerfeest offerfeest koningsdag sinterklaas carnaval nederland nederlands nederlandse belgie vlaanderen "
        "vlaams"
    )
    + words(
        "turkije turks turkse marokko marokkaans marokkaanse suriname surinaams surinaamse polen pools poolse syrie"
    )
    + words("arabisch arabische engels engelse frans franse duits duitse spaans oekraine oekraiens oekraiense europa")
    + words(
        "europese islam koran bijbel god allah vvd pvda wmo ocmw avg ggd ggz ehbo buurtkamer buurthuis wijk gemeente"
    )
    + words(
        "amsterdam rotterdam utrecht gent antwerpen brussel noord zuid oost west facebook whatsapp instagram google"
    )
    + words("artis bingo koffie thee meneer mevrouw mw dhr zaal keuken tuin plein markt school kerk moskee bibliotheek")
)
# Of places and peoples: `Marokkaanse`, `Amsterdamse`, `Friezen`.
OF_A_PEOPLE: Final = ("se", "sche", "aanse", "isch", "ische", "aans", "ers", "ezen")
# Names that are no person's: who tells of them tells of nobody in the room.
TALES: Final = (
    "Jip en Janneke", "Sint en Piet", "Jan met de pet", "Jan Klaassen en Katrijn", "Peter en de wolf", "Lieve Vrouw",
    "Albert Heijn", "Albert Cuyp", "Leger des Heils", "Rode Kruis", "Anne Frank", "Van Gogh", "Vincent van Gogh",
    "Nelson Mandela", "Martin Luther King", "Johan Cruijff", "Annie M.G. Schmidt", "Dick Bruna", "Sint Nicolaas",
    "Resto VanHarte", "Kruidvat", "Jumbo", "Lidl", "Aldi", "Hema", "Blokker", "Karwei", "Gamma", "Praxis", "Colruyt",
    "Delhaize", "Artis", "Dirk van den Broek",
)  # fmt: skip
FEAST_OF_PIET: Final = frozenset(words("sinterklaas sint pepernoten pieten pakjesavond zwarte"))
# Partners that every neighbourhood has: their names say nothing.
EVERYWHERE: Final = frozenset(
    words(
        "bibliotheek politie huisarts huisartsen gemeente school basisschool kerk moskee apotheek brandweer wijkagent"
    )
    + words(
        "woningcorporatie ocmw caw buurthuis wijkteam buurtteam sociaal team jongerenwerk welzijn voedselbank kringloop"
    )
    + words(
        "kringloopwinkel speeltuin sportclub zorg thuiszorg verhuurder woningbouw ggd stad stadsdeel sociale dienst"
    )
    + words("bakkerij slagerij kapsalon winkel restaurant cafe praktijk stichting vereniging gebiedsmakelaar parochie")
)
