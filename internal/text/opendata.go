package text

// Open data and feeds.
var (
	DataLead            = Label{"Datamängderna nedan är öppna data. Löpande text, mått, lägesrapporter, finansiering och strategier finns än så länge bara på sidorna.", "The datasets below are open data. Running text, measures, progress reports, funding and strategies are so far on the pages alone.", "مجموعات البيانات أدناه بيانات مفتوحة. أما النصوص والمقاييس وتقارير التقدم والتمويل والاستراتيجيات فلا توجد حتى الآن إلا في الصفحات."}
	DataSets            = Label{"Datamängder", "Datasets", "مجموعات البيانات"}
	DataSet             = Label{"Datamängd", "Dataset", "مجموعة بيانات"}
	DataHolds           = Label{"Innehåll", "Content", "المحتوى"}
	DataFiles           = Label{"Filer", "Files", "الملفات"}
	DataAgreement       = Label{"{The_agreement's} uppgifter", "The facts of {the_agreement}", "بيانات الاتفاق"}
	DataAgreementLong   = Label{"Titel, tid, status, parter, grupper, {areas} och {short_plans}, i en fil.", "Title, period, status, parties, bodies, {areas} and {short_plans}, in one file.", "العنوان والفترة والحالة والأطراف والمجموعات والمجالات والخطط في ملف واحد."}
	DataAreasLong       = Label{"%s med vem som ansvarar.", "%s with who is responsible.", "%s مع الجهات المسؤولة."}
	DataPartiesLong     = Label{"Parterna i {the_agreement}.", "The parties of {the_agreement}.", "أطراف الاتفاق."}
	DataInitiativesLong = Label{"{The_initiatives} i {the_plans}: %s, ansvarig, tid, status, uppföljning och senaste bedömning.", "{The_initiatives} of {the_plans}: %s, responsible, period, status, follow-up and latest assessment.", "مبادرات خطط العمل: %s والمسؤول والفترة والحالة والمتابعة وأحدث تقييم."}
	DataIndicatorsLong  = Label{"Indikatorernas värden per år, kvinnor och män för sig där det finns.", "The indicators' values by year, women and men apart where known.", "قيم المؤشرات لكل سنة، مع فصل النساء عن الرجال حيث يتوفر ذلك."}
	DataCalendarLong    = Label{"Möten, länsdialoger, beslut och dagar för redovisning.", "Meetings, county dialogues, decisions and days to report.", "الاجتماعات وحوارات المقاطعة والقرارات ومواعيد التقارير."}
	DataEvents          = Label{"Kalendern som tabell", "The calendar as a table", "التقويم كجدول"}
	DataEventsLong      = Label{"Samma händelser med program, och även de som är kända bara till månad eller år.", "The same events with their programme, and those known by month or year only too.", "الأحداث نفسها مع برامجها، وكذلك ما لا يُعرف منه إلا الشهر أو السنة."}
	DataPlacesLong      = Label{"Kommuner och andra platser, med kod i officiell statistik.", "Municipalities and other places, with their code in official statistics.", "البلديات وأماكن أخرى مع رموزها في الإحصاءات الرسمية."}
	DataResourcesLong   = Label{"Goda exempel, metoder, utbildningar, rapporter och rekommendationer, med vad de gäller.", "Good examples, methods, training, reports and recommendations, with what they are about.", "أمثلة جيدة ومناهج وتدريب وتقارير وتوصيات، مع موضوعاتها."}
	DataOpen            = Label{"Så öppnar du filerna", "How to open the files", "كيفية فتح الملفات"}
	DataOpenLong        = Label{"CSV-filerna har komma mellan kolumnerna, punkt som decimaltecken och är skrivna i UTF-8. I Excel: välj Data och sedan Från text/CSV, så hamnar värdena i rätt kolumner. En text som ett kalkylprogram annars skulle köra som en formel har en apostrof framför sig. I JSON-filerna står texten som den är.", "The CSV files have commas between the columns, points in decimals, and are in UTF-8. In Excel: choose Data and then From Text/CSV, so that the values come into the right columns. A text that a spreadsheet would otherwise run as a formula has an apostrophe before it. In the JSON files the text is as it is.", "تفصل الفواصل بين الأعمدة في ملفات CSV، والنقطة هي علامة الكسر العشري، والترميز UTF-8. في Excel: اختر البيانات ثم من نص/CSV لتظهر القيم في أعمدتها الصحيحة. والنص الذي قد ينفّذه برنامج الجداول كمعادلة تسبقه فاصلة علوية. أما في ملفات JSON فالنص كما هو."}
	DataColumns         = Label{"Kolumner", "Columns", "الأعمدة"}
	DataColumnsOf       = Label{"Kolumner i %s", "Columns of %s", "أعمدة %s"}
	DataColumnsAre      = Label{"Kolumner: %s.", "Columns: %s.", "الأعمدة: %s."}
	DataColumn          = Label{"Kolumn", "Column", "العمود"}
	DataColumnHolds     = Label{"Det som står där", "What it has", "ما يحتويه"}
	Feeds               = Label{"Följ det som händer", "Follow what happens", "تابع ما يحدث"}
	FeedsLong           = Label{"Lägg till kalendern i ditt eget kalenderprogram. En part som har något kvar att redovisa har en egen kalender på sin sida.", "Add the calendar to your own calendar program. A party with something left to report has a calendar of its own on its page.", "أضف التقويم إلى برنامج التقويم الخاص بك. ولكل طرف بقيت عليه تقارير تقويم خاص في صفحته."}
	CalendarFeed        = Label{"Kalendern (iCalendar)", "The calendar (iCalendar)", "التقويم (iCalendar)"}
	PartyCalendar       = Label{"Kalender med det som %s ska redovisa (iCalendar)", "Calendar of what %s has to report (iCalendar)", "تقويم التقارير المطلوبة من %s (iCalendar)"}
	ChangesFeed         = Label{"Rapporter och beslut (Atom)", "Reports and decisions (Atom)", "التقارير والقرارات (Atom)"}
	IndicatorData       = Label{"Hämta värdena (CSV)", "Fetch the values (CSV)", "تنزيل القيم (CSV)"}
	Catalogue           = Label{"Katalog", "Catalogue", "الفهرس"}
	CatalogueLong       = Label{"Katalogen beskriver datamängderna för Sveriges dataportal.", "The catalogue describes the datasets for the national data portal.", "يصف الفهرس مجموعات البيانات لبوابة البيانات السويدية."}
	LicenceTitle        = Label{"Villkor", "Terms of use", "شروط الاستخدام"}
	LicenceLong         = Label{"Du får använda data enligt", "You may use the data under", "يجوز لك استخدام البيانات وفق"}
	AgreementShapeLabel = Label{"Beskrivning av filen med {the_agreement's} uppgifter (JSON Schema)", "Description of the file with the facts of {the_agreement} (JSON Schema)", "وصف ملف بيانات الاتفاق (JSON Schema)"}
	ReportOn            = Label{"Redovisning av %s", "Report on %s", "تقرير عن %s"}
	FeedTitle           = Label{"Rapporter och beslut, %s", "Reports and decisions, %s", "التقارير والقرارات، %s"}
	CatalogueTitle      = Label{"Öppna data från %s", "Open data of %s", "البيانات المفتوحة لـ%s"}
	CatalogueAbout      = Label{"Mål, {initiatives}, ansvar och uppföljning i %s.", "Goals, {initiatives}, responsibility and follow-up in %s.", "الأهداف والمبادرات والمسؤوليات والمتابعة في %s."}
)
