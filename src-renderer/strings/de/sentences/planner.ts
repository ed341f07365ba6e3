/** What the planner says of requests that it can't turn into a plan. Words to be said to it stay English. */
export const planner = {
  'What should move?': 'Was soll sich bewegen?',
  'The whole picture is mirrored, turned and scaled in steps of their own.':
    'Das ganze Bild wird in eigenen Schritten gespiegelt, gedreht und skaliert.',
  'Say one after the other: “flip it, then rotate it by 30 degrees”. To change a thing in it, click on the thing.':
    'Sag eins nach dem anderen: „flip it, then rotate it by 30 degrees“. Um etwas darin zu ändern, klick darauf.',
  '{0} or {1} could': '{=0} oder {=1} könnte es',
  '{0} could': '{=0} könnte es',
  'A part of everything but what was pointed at can’t be meant by words.':
    'Ein Teil von allem außer dem, worauf gezeigt wurde, lässt sich nicht in Worten meinen.',
  'Select that part itself, then say “this”.': 'Wähl diesen Teil selbst aus und sag dann „this“.',
  'Which photo: {0} or {1}{2}?': 'Welches Foto: {"0} oder {"1}{"2}?',
  'Say its name: “replace the background with {0}”.': 'Sag seinen Namen: „replace the background with {=0}“.',
  'People can’t be changed without a model that paints.':
    'Menschen lassen sich ohne ein Modell, das malt, nicht verändern.',
  '{0}: then select what should change and say what should be there, “replace this with a smiling face”.':
    '{0}: Wähl dann aus, was sich ändern soll, und sag, was dort sein soll, „replace this with a smiling face“.',
  'Weather, seasons and lights can’t be changed without a model that paints.':
    'Wetter, Jahreszeiten und Lichter lassen sich ohne ein Modell, das malt, nicht ändern.',
  '{0}: say “make it look like a winter’s night”. Without one, “make it darker” and “make it cooler” go some of the way.':
    '{0}: Sag „make it look like a winter’s night“. Ohne eines helfen „make it darker“ und „make it cooler“ ein Stück weit.',
  'Which colours there were only a model could guess, and none of the packs does that yet.':
    'Welche Farben es waren, könnte nur ein Modell raten, und kein Paket tut das bisher.',
  'Select a thing and say its colour: “make this red”.':
    'Wähl etwas aus und sag seine Farbe: „make this red“.',
  'There is no single step that restores a photo.':
    'Ein Foto wiederherzustellen, geht nicht in einem Schritt.',
  'Say the parts of it: “enhance it”, “denoise”, “sharpen it a bit”; select scratches and say “remove this”.':
    'Sag die Teile davon: „enhance it“, „denoise“, „sharpen it a bit“; wähl Kratzer aus und sag „remove this“.',
  'A place that isn’t in the picture can only be painted by a model.':
    'Einen Ort, der nicht auf dem Bild ist, kann nur ein Modell malen.',
  '{0}: say “replace the background with {1}”; another photo in the project does without one.':
    '{0}: Sag „replace the background with {=1}“; mit einem anderen Foto im Projekt geht es ohne.',
  'That could mean the thing or the marking around it.': 'Das könnte die Sache meinen oder ihre Markierung.',
  'Say “remove this” to remove the thing, or “deselect”.':
    'Sag „remove this“, um die Sache zu entfernen, oder „deselect“.',
  'Files are saved with Export.': 'Dateien sichert man mit „Export“.',
  'Choose “Export” at the top, then save it as “{0}”.': 'Wähl oben „Export“ und sichere es dann als „{0}“.',
  'Choose “Export” at the top, then choose the format.': 'Wähl oben „Export“ und dann das Format.',
  'I undo one step at a time.': 'Ich nehme einen Schritt nach dem anderen zurück.',
  'Say “undo” once for each step, or choose an earlier version.':
    'Sag „undo“ einmal für jeden Schritt, oder wähl eine frühere Fassung.',
  'The original is kept as the first version.': 'Das Original bleibt als erste Fassung erhalten.',
  'Choose the first version under “Versions”, or say “undo” once for each step.':
    'Wähl die erste unter „Fassungen“, oder sag „undo“ einmal für jeden Schritt.',
  'That could mean keeping it or taking it out.': 'Das könnte behalten oder herausnehmen meinen.',
  'Say “crop to this” to keep only this part, “cut this out”, or “remove this”.':
    'Sag „crop to this“, um nur diesen Teil zu behalten, „cut this out“ oder „remove this“.',
  'That could be the width or the height.': 'Das könnte die Breite oder die Höhe sein.',
  'Say “resize to {0} pixels wide”, or “… high”.': 'Sag „resize to {0} pixels wide“ oder „… high“.',
  'A background of what?': 'Welcher Hintergrund?',
  'Say a colour (“put it on a white background”), “a gradient from blue to white”, or the name of another photo in the project.':
    'Nenn eine Farbe („put it on a white background“), „a gradient from blue to white“ oder den Namen eines anderen Fotos im Projekt.',
  'There is no other photo of that name in the project.':
    'Ein anderes Foto dieses Namens ist nicht im Projekt.',
  'Drop it into the project, then say “replace the background with” and its name.':
    'Leg es im Projekt ab und sag dann „replace the background with“ und seinen Namen.',
  'I move things by a distance, not to a place.': 'Ich verschiebe Dinge um ein Stück, nicht an einen Ort.',
  'Say which way and how far: “move this to the left by 20 %”, “nudge it up”.':
    'Sag, wohin und wie weit: „move this to the left by 20 %“, „nudge it up“.',
  'Turned by how much?': 'Um wie viel drehen?',
  'Say an angle: “rotate this by 15 degrees”; to mirror it, say “flip this”.':
    'Nenn einen Winkel: „rotate this by 15 degrees“; zum Spiegeln sag „flip this“.',
  'I copy a thing once at a time.': 'Ich verdopple eine Sache jeweils einmal.',
  'Say “duplicate this to the right by 20 %”, then click on it and say it again.':
    'Sag „duplicate this to the right by 20 %“, klick dann darauf und sag es noch einmal.',
  'Words are set by hand, with the Text tool.': 'Worte setzt man von Hand, mit dem Textwerkzeug.',
  'Press T or choose “Text” beside the picture, click where they should begin, and type.':
    'Drück T oder wähl neben dem Bild „Text“, klick dorthin, wo sie beginnen sollen, und tipp sie ein.',
  'Nothing is done, as you asked.': 'Es geschieht nichts, wie gewünscht.',
  'Is none of that to be done, or only the first part?':
    'Soll nichts davon geschehen oder nur das Erste nicht?',
  'Say only what should happen: “{0}”.': 'Sag nur, was geschehen soll: „{=0}“.',
  'Say what should happen instead: {0}.': 'Sag, was stattdessen geschehen soll: {=0}.',
  'There are no borders.': 'Rahmen gibt es nicht.',
  '“Extend by 10 % on all sides” gives the picture more room, filled with what continues it.':
    '„Extend by 10 % on all sides“ gibt dem Bild mehr Platz, gefüllt mit seiner Fortsetzung.',
  'That effect isn’t among mine.': 'Diesen Effekt habe ich nicht.',
  'There are lens blur (“blur the background with bokeh”), film looks, styles and vignettes.':
    'Es gibt Objektivunschärfe („blur the background with bokeh“), Filmlooks, Stile und Vignetten.',
  'Which way is the perspective off?': 'Wie ist die Perspektive verzogen?',
  'Say what you see: “the building leans backwards”, “make the left side wider”, “widen the top by 20 %”.':
    'Sag, was du siehst: „the building leans backwards“, „make the left side wider“, „widen the top by 20 %“.',
  'I don’t stretch pictures: what is in them would look wrong.':
    'Ich verzerre keine Bilder: Was darauf ist, sähe falsch aus.',
  'Say “crop to 16:9”, “extend to 16:9”, or “resize to 1200 x 800 pixels”.':
    'Sag „crop to 16:9“, „extend to 16:9“ oder „resize to 1200 x 800 pixels“.',
  'Which shape should it have?': 'Welches Format soll es haben?',
  'Say it as a ratio: “crop to 4:5” cuts something off, “extend to 16:9” adds something.':
    'Sag es als Verhältnis: „crop to 4:5“ schneidet etwas ab, „extend to 16:9“ fügt etwas an.',
  'I crop to what you mark, or to a shape.':
    'Ich schneide auf das zu, was du markierst, oder auf ein Format.',
  'Draw a box around what should stay and say “crop to this”.':
    'Zieh einen Rahmen um das, was bleiben soll, und sag „crop to this“.',
  'Was it added here, or is it the lens?': 'Kam sie hier dazu, oder ist es das Objektiv?',
  'Say “undo” for one that was added, “lighten the corners” for the lens’.':
    'Sag „undo“, wenn sie hier dazukam, „lighten the corners“ beim Objektiv.',
  'There is no edit for red eyes.': 'Für rote Augen gibt es nichts Eigenes.',
  'Click on the pupil and say “make this black and white”.':
    'Klick auf die Pupille und sag „make this black and white“.',
  'I can’t colour one range of tones by itself.': 'Einen Tonwertbereich allein kann ich nicht färben.',
  'There are “lift the shadows”, “bring down the highlights”, “boost the red channel”; or select a thing and say it of “this”.':
    'Es gibt „lift the shadows“, „bring down the highlights“, „boost the red channel“; oder wähl etwas aus und sag es von „this“.',
  'Say “cut out …” to keep only that, or “remove …” to take it out.':
    'Sag „cut out …“, um nur das zu behalten, oder „remove …“, um es herauszunehmen.',
  'Pictures aren’t deleted from here.': 'Von hier aus werden keine Bilder gelöscht.',
  'The bin beside a picture takes it out of the project; “remove this” takes out what is selected.':
    'Der Papierkorb neben einem Bild nimmt es aus dem Projekt; „remove this“ nimmt heraus, was ausgewählt ist.',
  'Nothing leaves this machine from here.': 'Von hier aus verlässt nichts diesen Rechner.',
  'Choose “Export” at the top, then print or send the file.':
    'Wähl oben „Export“ und druck oder verschick dann die Datei.',
};
