/** What the studio answers when it is asked about itself. Words to be said to it stay English. */
export const answers = {
  'So far I only read English.': 'Bisher lese ich nur Englisch.',
  'Say it in English: “remove this”, “make it warmer”, “blur the background”.':
    'Sag es auf Englisch: „remove this“, „make it warmer“, „blur the background“.',
  'Say “{0}”.': 'Sag „{=0}“.',
  'It is {0} × {1} pixels, {2} megapixels.': 'Es hat {0} × {1} Pixel, {2} Megapixel.',
  'Click on a thing in the picture and say “remove this”, “cut this out”, “make this red” or “blur this”. Without pointing: “make it warmer”, “blur the background with bokeh”, “crop to a square”, “turn it into a pencil sketch”. Type / for every command, and press ? for the keys. “undo” takes the last step back, always.':
    'Klick auf etwas im Bild und sag „remove this“, „cut this out“, „make this red“ oder „blur this“. Ohne zu zeigen: „make it warmer“, „blur the background with bokeh“, „crop to a square“, „turn it into a pencil sketch“. Mit / kommen alle Befehle, mit ? die Tasten. „undo“ nimmt den letzten Schritt zurück, immer.',
  'I’m Vitrail, a studio for pictures. I read what you say, show a plan of it, and carry it out on this machine. What I do today needs no model: it is calculated from the picture itself.':
    'Ich bin Vitrail, ein Studio für Bilder. Ich lese, was du sagst, zeige einen Plan davon und führe ihn auf diesem Rechner aus. Was ich heute kann, braucht kein Modell: Es wird aus dem Bild selbst berechnet.',
  'Nothing leaves this machine: no picture, no word you say. Everything is calculated here, also without a connection, and nothing is fetched while you work.':
    'Nichts verlässt diesen Rechner: kein Bild und kein Wort von dir. Alles wird hier berechnet, auch ohne Verbindung, und nichts wird geholt, während du arbeitest.',
  'Every step is kept the moment it is done, in a project on this machine; there is nothing to save. Your own files are never changed: “Export” makes a new one.':
    'Jeder Schritt wird sofort bewahrt, in einem Projekt auf diesem Rechner; zu sichern gibt es nichts. Deine eigenen Dateien werden nie verändert: „Export“ macht eine neue.',
  'Choose “Export” at the top right, then the format and the size.':
    'Wähl oben rechts „Export“, dann Format und Größe.',
  'JPEG to share photos; PNG or WebP where a part is transparent; AVIF for the smallest file; TIFF or PNG with 16 bits for print or more editing. All of them under “Export”.':
    'JPEG, um Fotos zu teilen; PNG oder WebP, wo etwas durchsichtig ist; AVIF für die kleinste Datei; TIFF oder PNG mit 16 Bit für Druck oder weitere Bearbeitung. Alle unter „Export“.',
  'Say “undo”, or use the arrow at the top: as often as you like, also after a restart. History (Shift+H) goes back to any earlier state.':
    'Sag „undo“ oder nimm den Pfeil oben: so oft du magst, auch nach einem Neustart. Der Verlauf (Umschalt+H) führt zu jedem früheren Stand zurück.',
  'Click on the thing. Shift and a click adds to the selection, Alt and a click takes away; box, lasso and brush are beside the picture. Or say it: “select the sky”, “select the red one”.':
    'Klick darauf. Umschalt und ein Klick nimmt etwas zur Auswahl hinzu, Alt und ein Klick nimmt etwas weg; Rechteck, Lasso und Pinsel stehen neben dem Bild. Oder sag es: „select the sky“, „select the red one“.',
  'Press T or choose “Text” beside the picture, click where the words should begin, and type.':
    'Drück T oder wähl „Text“ neben dem Bild, klick dorthin, wo die Worte beginnen sollen, und schreib.',
  'The wheel or a pinch zooms, Space and dragging moves the view; the buttons at the bottom right do it, too. The key 1 shows the picture at 100 %.':
    'Das Rad oder zwei Finger vergrößern, Leertaste und Ziehen verschieben die Ansicht; die Knöpfe unten rechts können es auch. Die Taste 1 zeigt das Bild bei 100 %.',
  'The button with the two halves beside the zoom compares with what was before; the versions at the bottom right show each result, and History (Shift+H) lists every step.':
    'Der Knopf mit den zwei Hälften neben dem Zoom vergleicht mit vorher; die Fassungen unten rechts zeigen jedes Ergebnis, und der Verlauf (Umschalt+H) hat jeden Schritt.',
  'Drop it into the window, paste it, or choose + at the bottom left. “Projects”, behind the name at the top left, opens others.':
    'Leg es im Fenster ab, füg es ein oder wähl + unten links. „Projekte“, hinter dem Namen oben links, öffnet andere.',
  'The settings (the cog at the top) have the language, light or dark, and every key. What you say to me is English so far, whatever language the studio is shown in.':
    'In den Einstellungen (dem Zahnrad oben) sind Sprache, hell oder dunkel und alle Tasten. Was du zu mir sagst, ist bisher Englisch, gleich in welcher Sprache das Studio erscheint.',
  'Press ? for all keys. The magnifying glass at the top finds anything by its name.':
    'Mit ? kommen alle Tasten. Die Lupe oben findet alles bei seinem Namen.',
  'Vitrail is free software (GPL 3): no account, no limits, no watermark.':
    'Vitrail ist freie Software (GPL 3): kein Konto, keine Grenzen, kein Wasserzeichen.',
  'Say “undo” and it is as before. Or change it: the sliders on its card, “a bit less”, “a bit more”, or another seed.':
    'Sag „undo“, und es ist wie vorher. Oder ändere es: mit den Reglern auf seiner Karte, „a bit less“, „a bit more“ oder einem anderen Startwert.',
  'Try it: it becomes a new version, the old one stays, and “undo” takes it back.':
    'Versuch es: Es wird eine neue Fassung, die alte bleibt, und „undo“ nimmt es zurück.',
  'What a picture shows only a model could tell, and models that look come with a later version. Point at what you mean, and I work on that.':
    'Was ein Bild zeigt, könnte nur ein Modell sagen, und Modelle, die hinsehen, kommen mit einer späteren Version. Zeig auf das, was du meinst, und ich arbeite daran.',
  'No harm done: “undo” takes any step back.': 'Nichts passiert: „undo“ nimmt jeden Schritt zurück.',
  'You’re welcome.': 'Gern.',
  'Hello! Click on a thing in the picture, or say what should happen to the whole: “make it warmer”.':
    'Hallo! Klick auf etwas im Bild, oder sag, was mit dem Ganzen geschehen soll: „make it warmer“.',
  'Good. What should happen next?': 'Schön. Was soll als Nächstes geschehen?',
  'Exposure is how much light a picture got. It is counted in stops: each one doubles the light. Say “brighten it”, “half a stop darker”.':
    'Die Belichtung ist, wie viel Licht ein Bild bekam. Man zählt sie in Blenden: Jede verdoppelt das Licht. Sag „brighten it“, „half a stop darker“.',
  'Contrast is how far light and dark lie apart. Say “more contrast”, “less contrast”.':
    'Kontrast ist, wie weit Hell und Dunkel auseinander liegen. Sag „more contrast“, „less contrast“.',
  'Highlights are the light parts of a picture, shadows the dark ones. Say “lift the shadows”, “lower the highlights”.':
    'Lichter sind die hellen Teile eines Bildes, Schatten die dunklen. Sag „lift the shadows“, „lower the highlights“.',
  'Saturation makes all colours stronger. Vibrance makes the pale ones stronger and spares skin. Say “more vibrance”, “a bit less saturated”.':
    'Sättigung macht alle Farben kräftiger. Dynamik macht die blassen kräftiger und schont Haut. Sag „more vibrance“, „a bit less saturated“.',
  'Temperature goes from blue to yellow, tint from green to magenta: together they are the white balance. Say “make it warmer”, “make it cooler”.':
    'Die Farbtemperatur geht von Blau nach Gelb, der Farbton von Grün nach Magenta: Zusammen sind sie der Weißabgleich. Sag „make it warmer“, „make it cooler“.',
  'A curve says how light each tone becomes. An S makes dark darker and light lighter. Say “apply an s-curve”, then drag its points on the card.':
    'Eine Kurve sagt, wie hell jeder Ton wird. Ein S macht Dunkles dunkler und Helles heller. Sag „apply an s-curve“ und zieh dann auf der Karte an ihren Punkten.',
  'Clarity is contrast between neighbours: it makes shapes stand out and leaves the light of the whole as it is. Say “more clarity”.':
    'Klarheit ist Kontrast zwischen Nachbarn: Sie hebt Formen hervor und lässt das Licht des Ganzen, wie es ist. Sag „more clarity“.',
  'A vignette darkens the corners, so that one looks at the middle. Say “add a subtle vignette”.':
    'Eine Vignette macht die Ecken dunkler, damit man in die Mitte sieht. Sag „add a subtle vignette“.',
  'Sharpening makes edges crisper. What was out of focus stays out of focus. Say “sharpen it a bit”.':
    'Schärfen macht Kanten deutlicher. Was nicht im Fokus war, bleibt es. Sag „sharpen it a bit“.',
  'Noise is the grain of photos taken in little light. Say “denoise it”.':
    'Rauschen ist das Korn von Fotos aus wenig Licht. Sag „denoise it“.',
  'Bokeh is how a lens draws what is out of focus: points of light become discs. Say “blur the background with bokeh”.':
    'Bokeh ist, wie ein Objektiv zeichnet, was nicht im Fokus ist: Aus Lichtpunkten werden Scheiben. Sag „blur the background with bokeh“.',
  'Enhancing looks at light, contrast and colour and mends what is off; a good photo changes little. Say “enhance it”.':
    'Verbessern sieht nach Licht, Kontrast und Farbe und richtet, was nicht stimmt; ein gutes Foto ändert sich wenig. Sag „enhance it“.',
  'Upscaling makes a picture larger by calculating what lies between its pixels. It stays as sharp as that allows. Say “upscale by 2”.':
    'Hochrechnen macht ein Bild größer, indem berechnet wird, was zwischen seinen Pixeln liegt. Es bleibt so scharf, wie das erlaubt. Sag „upscale by 2“.',
  'Looked up at, upright lines lean towards each other. Setting the perspective right makes them parallel. Say “straighten the verticals”.':
    'Von unten gesehen neigen sich senkrechte Linien zueinander. Die Perspektive zu richten, macht sie parallel. Sag „straighten the verticals“.',
  'Extending makes the picture larger at its sides and continues there what it sees at its edge. Say “extend to 16:9”.':
    'Erweitern macht das Bild an seinen Seiten größer und setzt dort fort, was am Rand zu sehen ist. Sag „extend to 16:9“.',
  'Recolouring gives a thing another colour and keeps its light and its texture. Click on it and say “make this red”.':
    'Umfärben gibt etwas eine andere Farbe und lässt Licht und Textur. Klick darauf und sag „make this red“.',
  'Removing takes a thing out and fills the place with what surrounds it. Click on it and say “remove this”.':
    'Entfernen nimmt etwas heraus und füllt die Stelle mit dem, was sie umgibt. Klick darauf und sag „remove this“.',
  'Cutting out keeps a thing and makes the rest transparent, hair by hair. Click on it and say “cut this out”.':
    'Freistellen behält etwas und macht den Rest durchsichtig, Haar für Haar. Klick darauf und sag „cut this out“.',
  'Pixelating hides a face or a number plate behind large squares. Click on it and say “pixelate this”.':
    'Verpixeln verbirgt ein Gesicht oder Nummernschild hinter großen Kästchen. Klick darauf und sag „pixelate this“.',
  'A seed is where chance begins: the same seed gives the same result, another one another. The menu of a card compares several.':
    'Ein Startwert ist, wo der Zufall beginnt: Derselbe gibt dasselbe Ergebnis, ein anderer ein anderes. Das Menü einer Karte vergleicht mehrere.',
  'A selection is what you point at now; a region is one that is kept, with a number and a name. Say “blur @1”. They are listed under Regions (Shift+R).':
    'Eine Auswahl ist, worauf du gerade zeigst; ein Bereich ist eine, die bleibt, mit Nummer und Namen. Sag „blur @1“. Sie stehen unter „Bereiche“ (Umschalt+R).',
  'Layers lie on each other like sheets of glass; each can be moved, dimmed or blended by itself. They are listed under Layers (Shift+L).':
    'Ebenen liegen aufeinander wie Glasscheiben; jede lässt sich für sich verschieben, abschwächen oder mischen. Sie stehen unter „Ebenen“ (Umschalt+L).',
  'Each edit makes a new version and keeps the old one. They stand at the bottom right, and History (Shift+H) lists every step.':
    'Jede Bearbeitung macht eine neue Fassung und behält die alte. Sie stehen unten rechts, und der Verlauf (Umschalt+H) hat jeden Schritt.',
  'A pack brings a model that can do more, such as painting new things or finding them by name. Installing packs comes with a later version.':
    'Ein Paket bringt ein Modell mit, das mehr kann: etwa Neues malen oder Dinge bei ihrem Namen finden. Installieren lassen sich Pakete mit einer späteren Version.',
  'Feathering makes the edge of a selection soft. The sliders beside the selection’s own buttons grow, smooth and feather it.':
    'Eine weiche Kante lässt eine Auswahl allmählich enden. Die Regler bei den Knöpfen der Auswahl lassen sie wachsen, glätten sie und machen ihre Kante weich.',
};
