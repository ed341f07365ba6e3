/** About projects, files, memory and the studio itself. */
export const project = {
  'The studio could not answer.': 'Das Studio konnte nicht antworten.',
  'Reload the page.': 'Lade die Seite neu.',
  'The studio had to be restarted while it did this.': 'Das Studio musste dabei neu gestartet werden.',
  'Nothing that was done before is lost. Try again.':
    'Was vorher fertig war, ist noch da. Versuch es noch einmal.',
  'The studio stopped several times in a row and was not started again.':
    'Das Studio ist mehrmals hintereinander ausgefallen und wurde nicht mehr gestartet.',
  'Choose “Try again”. If it keeps happening, restart Vitrail: your project is safe on disk.':
    'Wähl „Noch einmal versuchen“. Hilft das nicht, starte Vitrail neu: Dein Projekt ist sicher auf der Platte.',
  'The studio stopped several times in a row.': 'Das Studio ist mehrmals hintereinander ausgefallen.',
  'The process that did this stopped unexpectedly.': 'Der Prozess dafür ist unerwartet ausgefallen.',
  'It starts again by itself and nothing else was lost. Try again.':
    'Er startet von selbst wieder, sonst ging nichts verloren. Versuch es noch einmal.',
  'The process that does this has stopped several times in a few minutes, so it is not started again for now.':
    'Der Prozess dafür ist in wenigen Minuten mehrmals ausgefallen und wird vorerst nicht mehr gestartet.',
  'Your project is safe. Try again, or with a smaller picture.':
    'Dein Projekt ist sicher. Versuch es noch einmal, oder mit einem kleineren Bild.',
  'The host is gone.': 'Der Prozess dafür ist weg.',
  'The other process ended.': 'Der andere Prozess ist beendet.',
  'Try again.': 'Versuch es noch einmal.',
  'Cancelled.': 'Abgebrochen.',
  'The window was closed.': 'Das Fenster wurde geschlossen.',
  'Vitrail ended in the middle of this.': 'Vitrail wurde mittendrin beendet.',
  'Nothing that you had was lost: run it again.': 'Verloren ging nichts: Führ es noch einmal aus.',
  '{0} answered outside its contract.': '{0} hat eine unerwartete Antwort gegeben.',
  '{0} answered outside the contract: {1}': '{0} hat eine unerwartete Antwort gegeben: {1}',
  'There is no request named {0}.': 'Eine Anfrage {0} gibt es nicht.',
  'There is no task named {0}.': 'Eine Aufgabe {0} gibt es nicht.',
  'Only the studio’s own page may ask that.': 'Das darf nur die Seite des Studios selbst.',
  'That is more than the studio takes at once.': 'Das ist mehr, als das Studio auf einmal annimmt.',
  'Try with less.': 'Versuch es mit weniger.',
  'That is not a request.': 'Das ist keine Anfrage.',
  'Those are not files.': 'Das sind keine Dateien.',
  'The answer is more than a page can take at once.':
    'Die Antwort ist mehr, als die Seite auf einmal annimmt.',
  'Your work is kept. Try with less at a time.':
    'Deine Arbeit ist gesichert. Versuch es mit weniger auf einmal.',
  'What changed is more than a page can take at once, so it isn’t shown.':
    'Die Änderung ist mehr, als die Seite auf einmal annimmt, und wird darum nicht gezeigt.',
  'Your work is kept. Go on in a new project.':
    'Deine Arbeit ist gesichert. Mach in einem neuen Projekt weiter.',

  'There was not enough memory for this.': 'Dafür war nicht genug Speicher da.',
  'Close other programs, or try a smaller picture. Nothing was lost.':
    'Schließ andere Programme, oder nimm ein kleineres Bild. Verloren ging nichts.',
  'Close other programs, or try a smaller picture. Nothing else was lost.':
    'Schließ andere Programme, oder nimm ein kleineres Bild. Sonst ging nichts verloren.',
  'The disk is full.': 'Die Platte ist voll.',
  'Free some space, then try again. Nothing was lost.':
    'Schaff Platz und versuch es noch einmal. Verloren ging nichts.',
  'Vitrail may not use {0}.': 'Vitrail darf {0} nicht verwenden.',
  'Choose a place that you may write to.': 'Wähl einen Ort, an den du schreiben darfst.',
  'The disk could not be read or written.': 'Die Platte ließ sich nicht lesen oder beschreiben.',
  'Check the disk, then try again.': 'Prüf die Platte und versuch es noch einmal.',
  'The disk refused to save the last change.':
    'Die letzte Änderung ließ sich nicht auf die Platte schreiben.',
  'Check the disk and its free space, then try again. Everything before it is safe.':
    'Prüf die Platte und ihren freien Platz und versuch es noch einmal. Alles davor ist sicher.',
  'There is no {0}.': '{0} gibt es nicht.',
  'Check the name.': 'Prüf den Namen.',

  'No project is open.': 'Es ist kein Projekt offen.',
  'Drop a photo to begin one.': 'Leg ein Foto ab, um eines anzufangen.',
  'Another project was opened meanwhile.': 'Inzwischen wurde ein anderes Projekt geöffnet.',
  'This project can’t be changed.': 'Dieses Projekt lässt sich nicht ändern.',
  'This project is open in another window or program.':
    'Dieses Projekt ist in einem anderen Fenster oder Programm offen.',
  'Close it there, then try again.': 'Schließ es dort und versuch es noch einmal.',
  'This project was made by a newer version of Vitrail.':
    'Dieses Projekt stammt aus einer neueren Version von Vitrail.',
  'Update Vitrail to open it.': 'Aktualisier Vitrail, um es zu öffnen.',
  'This project was made by a newer version of Vitrail, so it can only be looked at and exported here.':
    'Dieses Projekt stammt aus einer neueren Version von Vitrail. Hier kann man es nur ansehen und exportieren.',
  'Update Vitrail to change it.': 'Aktualisier Vitrail, um es zu ändern.',
  'The project file is damaged ({0}).': 'Die Projektdatei ist beschädigt ({0}).',
  'Put back a copy from your backup. Your pictures, clips and sounds are still in the folder "media" beside it.':
    'Nimm eine Kopie aus deiner Sicherung. Deine Bilder, Clips und Klänge liegen noch im Ordner „media“ daneben.',
  'The project file is damaged. This is what could be read; the file itself was left as it is.':
    'Die Projektdatei ist beschädigt. Das ist, was sich lesen ließ; die Datei selbst blieb, wie sie ist.',
  'Export what you need, then put back a copy from your backup or start a new project.':
    'Exportier, was du brauchst, und nimm dann eine Kopie aus deiner Sicherung oder fang ein neues Projekt an.',
  'That is not a Vitrail project.': 'Das ist kein Projekt von Vitrail.',
  'Choose a file called "project.vitrail" or its folder.':
    'Wähl eine Datei namens „project.vitrail“ oder ihren Ordner.',
  'There is no project there any more.': 'Dort liegt kein Projekt mehr.',
  'If it was moved, open it from its new place.': 'Wurde es verschoben, öffne es von seinem neuen Ort.',
  'That project is no longer where it was.': 'Dieses Projekt liegt nicht mehr, wo es war.',
  'That folder already holds a project.': 'In diesem Ordner liegt schon ein Projekt.',
  'Open it, or choose another folder.': 'Öffne es, oder wähl einen anderen Ordner.',
  "This project lies in a place that can't be written to, so it can only be looked at and exported.":
    'Dieses Projekt liegt an einem schreibgeschützten Ort. Man kann es nur ansehen und exportieren.',
  'Copy its folder to another place to change it.':
    'Kopier seinen Ordner an einen anderen Ort, um es zu ändern.',
  '{0} missing from the project\'s folder "media". Put the folder back as it was, or go on without.':
    'Im Ordner „media“ des Projekts fehlt etwas ({0}). Stell den Ordner wieder her, oder mach ohne weiter.',
  '1 file is': 'eine Datei',
  '{0} files are': '{0} Dateien',
  "This project lies in a folder that {0} copies elsewhere. Don't open it on two machines at once, and keep it on this machine if anything looks wrong.":
    'Dieses Projekt liegt in einem Ordner, den {0} anderswohin kopiert. Öffne es nicht auf zwei Rechnern zugleich, und leg es auf diesen Rechner, wenn etwas nicht stimmt.',
  'a cloud service': 'ein Clouddienst',
  'This project lies on a network drive. Saving may be slow, and a lost connection can cost the last changes; a folder on this machine is safer.':
    'Dieses Projekt liegt auf einem Netzlaufwerk. Sichern kann langsam sein, und bricht die Verbindung ab, gehen womöglich die letzten Änderungen verloren; ein Ordner auf diesem Rechner ist sicherer.',
  'The list of settings and recent projects could not be read, so it starts afresh. Your projects are safe.':
    'Die Liste der Einstellungen und letzten Projekte war nicht lesbar und beginnt neu. Deine Projekte sind sicher.',
  'Open them from their folders. The old list was kept as "{0}".':
    'Öffne sie aus ihren Ordnern. Die alte Liste liegt noch als „{0}“.',
  'The data folder {0} is not there, so the one before is used.':
    'Der Datenordner {0} ist nicht da, also gilt der vorige.',
  'Connect its drive and start Vitrail again, or choose another folder in the settings.':
    'Schließ sein Laufwerk an und starte Vitrail neu, oder wähl in den Einstellungen einen anderen Ordner.',
  'The data folder is set from outside.': 'Der Datenordner ist von außen festgelegt.',
  'Start Vitrail without VITRAIL_DATA to choose it here.':
    'Starte Vitrail ohne VITRAIL_DATA, um ihn hier zu wählen.',
  'That is the folder of a project.': 'Das ist der Ordner eines Projekts.',
  'Choose a folder of its own.': 'Wähl einen eigenen Ordner.',
  'In this project, “{0}” is not a folder, but a link or a file.':
    'In diesem Projekt ist „{0}“ kein Ordner, sondern ein Verweis oder eine Datei.',
  'Put the folder itself in its place, then try again: {0}':
    'Leg den Ordner selbst an seine Stelle und versuch es noch einmal: {0}',
  'A file of this project is missing.': 'Eine Datei dieses Projekts fehlt.',
  'Restore the project’s media folder.': 'Stell den Ordner „media“ des Projekts wieder her.',
  'A mask or picture that this names is not in the project.':
    'Eine Maske oder ein Bild, das hier genannt wird, ist nicht im Projekt.',
  'This names a picture that is not in the project.': 'Hier wird ein Bild genannt, das nicht im Projekt ist.',
  'Open that picture in this project first.': 'Öffne das Bild zuerst in diesem Projekt.',
  'The imported file is missing from this project.': 'Die importierte Datei fehlt in diesem Projekt.',
  'That state is no longer in the history.': 'Dieser Stand ist nicht mehr im Verlauf.',
  'That version is no longer in the project.': 'Diese Fassung ist nicht mehr im Projekt.',
  'That picture is no longer in the project.': 'Dieses Bild ist nicht mehr im Projekt.',
  'Choose another one.': 'Wähl ein anderes.',
  'That file is no longer there.': 'Diese Datei ist nicht mehr da.',
  'Export it again.': 'Exportier sie noch einmal.',
  'There is no such sample.': 'Dieses Beispiel gibt es nicht.',
  "The catalogue's {0} can't be read: {1}": '{0} im Katalog ist nicht lesbar: {1}',
  'Install Vitrail again.': 'Installier Vitrail neu.',
  '{0} needs {1}, and {2} of the memory for models is free.':
    '{0} braucht {1}, und vom Speicher für Modelle sind {2} frei.',
  'Close other work, allow more memory for models in the settings, or use a smaller version of it.':
    'Beende anderes, erlaub in den Einstellungen mehr Speicher für Modelle, oder nimm eine kleinere Version davon.',
};
