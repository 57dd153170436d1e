package text

// What is said where a county keeps less here than others do.
var (
	PlansElsewhere     = Label{"Det finns {plans} som inte är inlagda här. Därför går det inte att se vilka {initiatives} de har eller hur de går.", "There are {plans} that are not kept here, so it cannot be seen which {initiatives} they have or how these go.", "توجد خطط غير محفوظة هنا، فلا يمكن معرفة مبادراتها ولا سيرها."}
	ServedElsewhere    = Label{"Det finns {plans} som inte är inlagda här. Därför går det inte att se vilka {initiatives} som hör hit.", "There are {plans} that are not kept here, so it cannot be seen which {initiatives} belong here.", "توجد خطط غير محفوظة هنا، فلا يمكن معرفة المبادرات التي تنتمي إلى هذا."}
	HereElsewhere      = Label{"Det finns {plans} som inte är inlagda här. Därför går det inte att se vad som pågår i kommunen.", "There are {plans} that are not kept here, so it cannot be seen what goes on in the municipality.", "توجد خطط غير محفوظة هنا، فلا يمكن معرفة ما يجري في البلدية."}
	WhoAnswersForAreas = Label{"Vem som ansvarar för {the_areas}", "Who is responsible for {the_areas}", "المسؤول عن المجالات"}
)
