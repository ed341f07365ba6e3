/** About plans, layers, regions and what is pointed at. Words to be said to the studio stay English. */
export const chat = {
  'There is nothing to undo.': 'Es gibt nichts zurückzunehmen.',
  'There is nothing to redo.': 'Es gibt nichts wiederherzustellen.',
  'Nothing is selected now.': 'Jetzt ist nichts ausgewählt.',
  'Open a picture first.': 'Öffne zuerst ein Bild.',
  'Everything is selected.': 'Alles ist ausgewählt.',
  'Nothing is selected yet. Click on a thing first.': 'Noch ist nichts ausgewählt. Klick zuerst auf etwas.',
  'Everything else is selected now.': 'Jetzt ist alles andere ausgewählt.',

  'There is nothing to work on yet.': 'Es gibt noch nichts zu bearbeiten.',
  'Drop a photo first, then say it again.': 'Leg zuerst ein Foto ab und sag es dann noch einmal.',
  'The picture was taken out of the project meanwhile.':
    'Das Bild wurde inzwischen aus dem Projekt genommen.',
  'What this began with was taken back meanwhile.': 'Womit das begann, wurde inzwischen zurückgenommen.',
  'The picture changed meanwhile.': 'Das Bild hat sich inzwischen geändert.',
  'The picture has changed since that was done.': 'Das Bild hat sich seitdem geändert.',
  'Say what should happen now: “make it 20 % brighter”.':
    'Sag, was jetzt geschehen soll: „make it 20 % brighter“.',
  'This message has no plan to run.': 'Diese Nachricht hat keinen Plan zum Ausführen.',
  'This plan is running already.': 'Dieser Plan läuft schon.',
  'Chance has no part in this plan: every try would be the same.':
    'In diesem Plan spielt der Zufall keine Rolle: Jeder Versuch wäre gleich.',
  'That try is no longer in the project.': 'Dieser Versuch ist nicht mehr im Projekt.',
  'Compare once more.': 'Vergleich noch einmal.',
  'The picture of this message is no longer in the project.':
    'Das Bild zu dieser Nachricht ist nicht mehr im Projekt.',
  'It was undone since. Redo it first, or go on from another message.':
    'Es wurde seitdem zurückgenommen. Stell es zuerst wieder her, oder mach von einer anderen Nachricht weiter.',
  'That message is no longer in the project.': 'Diese Nachricht ist nicht mehr im Projekt.',
  'There is no photo left to do this on.': 'Es ist kein Foto mehr übrig, mit dem das ginge.',
  'What was done so far was taken back.': 'Was bisher fertig war, wurde zurückgenommen.',
  'Another click came first.': 'Ein anderer Klick war schneller.',
  '“{0}” is not a photo.': '„{=0}“ ist kein Foto.',
  'Select only photos, then try again.': 'Wähl nur Fotos aus und versuch es noch einmal.',
  'This needs to know where, and nothing is selected in this photo.':
    'Dazu muss klar sein, wo, und in diesem Foto ist nichts ausgewählt.',
  'Select a part of it, then apply the plan again.':
    'Wähl einen Teil davon aus und wende den Plan noch einmal an.',

  'That layer is no longer there.': 'Diese Ebene gibt es nicht mehr.',
  'Only a photo can be a layer.': 'Nur ein Foto kann eine Ebene sein.',
  'This is the layer’s own picture.': 'Das ist das eigene Bild der Ebene.',
  'Duplicate the layer.': 'Verdopple die Ebene.',
  'This is the only layer.': 'Das ist die einzige Ebene.',
  'Add another one first, or take the whole photo out of the project.':
    'Füg zuerst eine andere hinzu, oder nimm das ganze Foto aus dem Projekt.',
  'The layers have changed meanwhile.': 'Die Ebenen haben sich inzwischen geändert.',
  'Move it again.': 'Verschieb sie noch einmal.',
  '{0} and {1} are not in the same group.': '{=0} und {=1} sind nicht in derselben Gruppe.',
  'Move one of them to the other first, or ungroup them.':
    'Verschieb zuerst eine zur anderen, oder löse die Gruppe auf.',
  'That group is no longer there.': 'Diese Gruppe gibt es nicht mehr.',
  'There is no layer below this one.': 'Unter dieser Ebene liegt keine.',
  'There is only one layer.': 'Es gibt nur eine Ebene.',
  '{0} is locked.': '{=0} ist gesperrt.',
  'Unlock it in the layers panel first.': 'Entsperr die Ebene zuerst in der Leiste „Ebenen“.',
  'The layer was taken away meanwhile.': 'Die Ebene wurde inzwischen entfernt.',

  'Nothing is selected.': 'Nichts ist ausgewählt.',
  'Click on a thing first.': 'Klick zuerst auf etwas.',
  'Nothing is selected there.': 'Dort ist nichts ausgewählt.',
  'Click on the thing itself, or draw a box around it.':
    'Klick auf die Sache selbst, oder zieh einen Rahmen darum.',
  'Select something first, then keep it as a region.':
    'Wähl zuerst etwas aus und behalte es dann als Bereich.',
  'That region is no longer in the project.': 'Dieser Bereich ist nicht mehr im Projekt.',
  'The region “{0}” is locked.': 'Der Bereich „{=0}“ ist gesperrt.',
  'Unlock it first.': 'Entsperr ihn zuerst.',
  'This region is empty.': 'Dieser Bereich ist leer.',
  'Drag over the timeline to choose a span of time.': 'Zieh über die Zeitleiste, um eine Zeit auszuwählen.',
  'That span goes past the end.': 'Diese Spanne reicht über das Ende hinaus.',
  'Choose a span within the clip.': 'Wähl eine Spanne innerhalb des Clips.',
  "I can't find “{0}” by words alone yet.": 'Nur nach Worten kann ich „{=0}“ noch nicht finden.',
  'Click on it (or draw a box around it), then say it again with “this”.':
    'Klick darauf (oder zieh einen Rahmen darum) und sag es dann noch einmal mit „this“.',
  "“{0}” are several areas; a selection can't be cut to them at once.":
    '„{=0}“ sind mehrere Flächen; darauf lässt sich eine Auswahl nicht auf einmal beschränken.',
  'Select them first, then cut them to the other thing.':
    'Wähl sie zuerst aus und beschränk sie dann auf das andere.',
  'Finding a thing by a picture of it needs a model.':
    'Etwas nach einem Bild davon zu finden, braucht ein Modell.',
  'Click on it instead.': 'Klick stattdessen darauf.',
  'Only what is not meant was pointed at.': 'Gezeigt wurde nur auf das, was nicht gemeint ist.',
  'Point at what you mean as well: a minus takes away from it.':
    'Zeig auch auf das, was du meinst: Ein Minus nimmt davon weg.',
  'Nothing in this picture clearly has that colour.': 'Nichts in diesem Bild hat eindeutig diese Farbe.',
  'Click on what you mean, then say it again with “this”.':
    'Klick auf das, was du meinst, und sag es dann noch einmal mit „this“.',
  'Only {0} of those can be told apart in this picture.':
    'In diesem Bild lassen sich davon nur {0} auseinanderhalten.',
  'I can’t tell what this picture is of.': 'Ich kann nicht sagen, was auf diesem Bild die Hauptsache ist.',
  'I see no sky in this picture.': 'In diesem Bild sehe ich keinen Himmel.',
  'If there is one, click on it and say it again with “this”.':
    'Wenn es einen gibt, klick darauf und sag es noch einmal mit „this“.',
  'No single thing stands out of this picture.': 'In diesem Bild hebt sich nichts deutlich ab.',

  '“{0}” needs a model.': '„{0}“ braucht ein Modell.',
  'Install a pack that can do it, then try again.':
    'Installier ein Paket, das es kann, und versuch es noch einmal.',
  "{0} (“{1}”) needs a model that isn't installed.":
    '{0} („{1}“) braucht ein Modell, das nicht installiert ist.',
  "This could do it, but can't be installed in this version yet: {0}.":
    'Das könnte es, lässt sich in dieser Version aber noch nicht installieren: {=0}.',
  'No pack of this version can do it.': 'Kein Paket dieser Version kann das.',
  '“{0}” needs to know where.': 'Für „{0}“ muss klar sein, wo.',
  'Click on the thing you mean (or draw a box around it), then say it again.':
    'Klick auf das, was du meinst (oder zieh einen Rahmen darum), und sag es noch einmal.',
  'Which part of the picture?': 'Welcher Teil des Bildes?',
  'Click or draw on it, then ask again.': 'Klick oder zeichne darauf und sag es noch einmal.',
  'What should stay?': 'Was soll bleiben?',
  'What should stay sharp?': 'Was soll scharf bleiben?',
  'Click the subject, then ask again.': 'Klick auf das Motiv und sag es noch einmal.',
  'What should be cut out?': 'Was soll freigestellt werden?',
  'Click it, then ask again.': 'Klick darauf und sag es noch einmal.',
  'What should the new background be?': 'Was soll der neue Hintergrund sein?',
  'Name a colour, two colours for a gradient, or a photo.':
    'Nenn eine Farbe, zwei Farben für einen Verlauf, oder ein Foto.',
  'Name a colour, two colours for a gradient, or another photo.':
    'Nenn eine Farbe, zwei Farben für einen Verlauf, oder ein anderes Foto.',
  'Only a photo can be a background.': 'Nur ein Foto kann ein Hintergrund sein.',
  'Choose a picture.': 'Wähl ein Bild.',
  'Crop to what?': 'Worauf zuschneiden?',
  'Draw a box around what should stay, then ask again.':
    'Zieh einen Rahmen um das, was bleiben soll, und sag es noch einmal.',
  'Which four corners should become a rectangle?': 'Welche vier Ecken sollen ein Rechteck werden?',
  'Draw an outline with four corners, or click on a page or a sign, then ask again.':
    'Zieh einen Umriss mit vier Ecken, oder klick auf eine Seite oder ein Schild, und sag es noch einmal.',
  'What is selected doesn’t have four straight sides.': 'Was ausgewählt ist, hat keine vier geraden Seiten.',
  'Draw an outline through its four corners, then ask again.':
    'Zieh einen Umriss durch seine vier Ecken und sag es noch einmal.',
  'These corners don’t make a rectangle seen from the side.':
    'Diese Ecken ergeben kein Rechteck, das man schräg sieht.',
  'Give them clockwise: top left, top right, bottom right, bottom left.':
    'Nenn sie im Uhrzeigersinn: oben links, oben rechts, unten rechts, unten links.',
  'The picture would have {0} × {1} pixels, which is too many.':
    'Das Bild hätte {0} × {1} Pixel, das sind zu viele.',
  'Scale it down first.': 'Verkleiner es zuerst.',
  'Choose a smaller size.': 'Wähl eine kleinere Größe.',
  'Add less at the sides.': 'Füg an den Seiten weniger an.',
  'Choose a smaller part.': 'Wähl einen kleineren Teil.',
  'The whole picture is selected, so nothing is left to fill it with.':
    'Das ganze Bild ist ausgewählt, also ist nichts übrig, womit es sich füllen ließe.',
  'Select only what should go.': 'Wähl nur aus, was weg soll.',
  'There is too little to take in the place that should be copied from, outside of what goes.':
    'An der Stelle, von der kopiert werden soll, ist neben dem, was weg soll, zu wenig übrig.',
  'Choose a larger place: at least {0} × {1} pixels beside what goes.':
    'Wähl eine größere Stelle: mindestens {0} × {1} Pixel neben dem, was weg soll.',
  'A place to fill from is given, but nothing is removed.':
    'Es ist gesagt, woraus gefüllt werden soll, aber nichts wird entfernt.',
  'Say “remove this”, or leave --from-… out.': 'Sag „remove this“, oder lass --from-… weg.',
  'Say what should happen.': 'Sag, was geschehen soll.',
  "I don't understand “{0}”.": 'Ich verstehe „{=0}“ nicht.',
  'This plan can’t be tried out.': 'Dieser Plan lässt sich nicht ausprobieren.',
  'Run it; undo takes it back.': 'Führ ihn aus; Rückgängig nimmt ihn zurück.',
  'This plan makes no picture.': 'Dieser Plan macht kein Bild.',
  '“…”': '„…“',
  'Try one of these: {0}.': 'Versuch eines davon: {"0}.',
  'There is no region “{0}” on this picture.': 'Auf diesem Bild gibt es keinen Bereich „{=0}“.',
  'There is {0}. Keep another selection as a region to speak of it: “blur @{1}”.':
    'Es gibt {=0}. Behalte noch eine Auswahl als Bereich, um von ihr zu sprechen: „blur @{1}“.',
  'Select something and keep it as a region; then say “blur @1”.':
    'Wähl etwas aus und behalte es als Bereich; dann sag „blur @1“.',
};
