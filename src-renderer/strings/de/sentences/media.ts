/** About files that are opened, exported or sent. */
export const media = {
  'This file is larger than {0} MiB.': 'Diese Datei ist größer als {0} MiB.',
  'Use the desktop app for it: that reads files where they are.':
    'Nimm dafür die Desktop-App: Sie liest Dateien, wo sie liegen.',
  'The file’s name could not be read.': 'Der Name der Datei ist nicht lesbar.',
  '{0} is empty.': '{0} ist leer.',
  'This file is empty.': 'Diese Datei ist leer.',
  'Get it again from where it came from.': 'Hol sie noch einmal von dort, wo sie herkam.',
  'This is not a file.': 'Das ist keine Datei.',
  'That is not a file.': 'Das ist keine Datei.',
  'Choose a picture, a clip or a sound.': 'Wähl ein Bild, einen Clip oder einen Klang.',
  'This is not a kind of file that can be opened.': 'Dateien dieser Art lassen sich nicht öffnen.',
  'This kind of clip can’t be opened.': 'Clips dieser Art lassen sich nicht öffnen.',
  'SVG drawings can’t be opened yet.': 'SVG-Zeichnungen lassen sich noch nicht öffnen.',
  'Export it as PNG at the size that you need, and open that.':
    'Exportier sie als PNG in der Größe, die du brauchst, und öffne das.',
  'HEIC photos can’t be read here.': 'HEIC-Fotos lassen sich hier nicht lesen.',
  'Export it as JPEG; on an iPhone, Settings › Camera › Formats › Most Compatible makes JPEGs.':
    'Exportier es als JPEG; am iPhone macht Einstellungen › Kamera › Formate › Maximale Kompatibilität JPEGs.',
  'This file is damaged or incomplete.': 'Diese Datei ist beschädigt oder unvollständig.',
  'Get it again from where it came from, or open it elsewhere and save it again.':
    'Hol sie noch einmal von dort, wo sie herkam, oder öffne sie woanders und sichere sie neu.',
  'This picture has {0} × {1} pixels ({2} megapixels); at most {3} megapixels and 65 535 pixels a side can be opened.':
    'Dieses Bild hat {0} × {1} Pixel ({2} Megapixel); höchstens {3} Megapixel und 65 535 Pixel je Seite lassen sich öffnen.',
  'Scale it down elsewhere first, then open it again.': 'Verkleiner es zuerst woanders und öffne es dann.',
  'This picture has too many pixels.': 'Dieses Bild hat zu viele Pixel.',
  'Scale it down first, then open it again.': 'Verkleiner es zuerst und öffne es dann.',
  'The picture is not there any more.': 'Das Bild ist nicht mehr da.',
  'Check where it lies, then open it again.': 'Schau, wo es liegt, und öffne es noch einmal.',
  'This file is not a picture that can be read.': 'Diese Datei ist kein lesbares Bild.',
  'Use a PNG, JPEG, WebP, AVIF, TIFF or GIF file.':
    'Nimm eine Datei in PNG, JPEG, WebP, AVIF, TIFF oder GIF.',
  'This picture is damaged or incomplete.': 'Dieses Bild ist beschädigt oder unvollständig.',
  'Get a fresh copy of the file, or open it elsewhere and save it again.':
    'Hol die Datei noch einmal, oder öffne sie woanders und sichere sie neu.',
  "This clip's pictures ({0}) can't be decoded here.":
    'Die Bilder dieses Clips ({0}) lassen sich hier nicht lesen.',
  'Convert it to MP4 with H.264, then open it again.': 'Wandle ihn in MP4 mit H.264 um und öffne ihn dann.',
  "This sound ({0}) can't be decoded here.": 'Dieser Ton ({0}) lässt sich hier nicht lesen.',
  'Convert it to WAV or MP3, then open it again.': 'Wandle ihn in WAV oder MP3 um und öffne ihn dann.',
  'Matroska files like this one don’t play in a browser.':
    'Matroska-Dateien wie diese spielt ein Browser nicht ab.',
  'Convert it to MP4, then open it again.': 'Wandle sie in MP4 um und öffne sie dann.',
  'This is not a picture.': 'Das ist kein Bild.',
  'Save the original file instead.': 'Sichere stattdessen die Originaldatei.',
  'This works on pictures; the open medium is {0}.': 'Das geht mit Bildern; offen ist {0}.',
  'a sound': 'ein Klang',
  'a clip': 'ein Clip',
  'Open a photo. Editing clips and sounds comes with later versions.':
    'Öffne ein Foto. Clips und Klänge lassen sich erst in späteren Versionen bearbeiten.',
  'Colours can only be picked from pictures.': 'Farben lassen sich nur aus Bildern nehmen.',
  'Use the page’s own button, or drop the file on the page.':
    'Nimm den Knopf auf der Seite, oder leg die Datei auf der Seite ab.',

  'A mask can only be loaded onto a picture.': 'Eine Maske lässt sich nur auf ein Bild laden.',
  'Open a photo first.': 'Öffne zuerst ein Foto.',
  'This mask has no pixels.': 'Diese Maske hat keine Pixel.',
  'Its size must be at least 1 × 1.': 'Sie muss mindestens 1 × 1 groß sein.',
  'The mask is {0} × {1} pixels, the picture {2} × {3}: their shapes differ.':
    'Die Maske hat {0} × {1} Pixel, das Bild {2} × {3}: Ihre Formen passen nicht zusammen.',
  'Use a mask that was made for this picture, at any scale, but not cropped.':
    'Nimm eine Maske, die für dieses Bild gemacht ist, in jeder Größe, aber nicht beschnitten.',
  'The mask has {0} × {1} pixels, the picture {2} × {3}.':
    'Die Maske hat {0} × {1} Pixel, das Bild {2} × {3}.',
  'The mask is {0} × {1} pixels, the picture {2} × {3}.':
    'Die Maske hat {0} × {1} Pixel, das Bild {2} × {3}.',
  'Use a mask as large as the picture.': 'Nimm eine Maske, die so groß ist wie das Bild.',
  'Use a mask that is as large as the picture.': 'Nimm eine Maske, die so groß ist wie das Bild.',
  'Use run lengths, {"size":[height,width],"counts":…}, or a COCO file with images and annotations.':
    'Nimm Lauflängen, {"size":[height,width],"counts":…}, oder eine COCO-Datei mit images und annotations.',
  'Give COCO run lengths: {"size":[height,width],"counts":…}, as pycocotools writes them.':
    'Gib COCO-Lauflängen an: {"size":[height,width],"counts":…}, wie pycocotools sie schreibt.',
  'Pictures: PNG, JPEG, WebP, AVIF, TIFF, GIF. Clips: MP4, MOV, WebM. Sounds: WAV, MP3, M4A, FLAC, Ogg.':
    'Bilder: PNG, JPEG, WebP, AVIF, TIFF, GIF. Clips: MP4, MOV, WebM. Klänge: WAV, MP3, M4A, FLAC, Ogg.',
  'This is no JSON.': 'Das ist kein JSON.',
  'This JSON holds no mask of COCO’s kind.': 'In diesem JSON ist keine Maske nach Art von COCO.',
  'This file has the masks of {0} pictures.': 'In dieser Datei sind die Masken von {0} Bildern.',
  'Save the annotations of one picture, and load those.': 'Sichere die eines einzigen Bildes und lade diese.',
  'This file has outlines, and doesn’t say how large their picture is.':
    'In dieser Datei sind Umrisse, aber nicht, wie groß ihr Bild ist.',
  'The masks in this file are of different sizes.': 'Die Masken in dieser Datei sind verschieden groß.',
  'This mask has no usable size.': 'Diese Maske hat keine brauchbare Größe.',
  'A mask of {0} × {1} is too large.': 'Eine Maske von {0} × {1} ist zu groß.',
  'Use a smaller mask.': 'Nimm eine kleinere Maske.',
  "A run of {0} pixels can't be.": 'Eine Strecke von {0} Pixeln kann es nicht geben.',
  'The runs add up to {0} pixels, but {1} × {2} is {3}.':
    'Die Strecken ergeben zusammen {0} Pixel, aber {1} × {2} sind {3}.',
  "The counts can't be read at character {0}.": 'Die Zählwerte sind ab dem Zeichen {0} nicht lesbar.',
  'There are too few upright lines here to set the perspective by.':
    'Hier gibt es zu wenige aufrechte Linien, um die Perspektive danach zu richten.',
  'Say which way and how far: “widen the top by 20 %”, “straighten it by 2 degrees”.':
    'Sag, wohin und wie weit: „widen the top by 20 %“, „straighten it by 2 degrees“.',
};
