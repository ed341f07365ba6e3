/** About the samples and the packs. */
export const catalogue = {
  'Click the spoon, then say: remove this': 'Klick auf den Löffel, dann sag: remove this',
  'Click her, then say: blur the background': 'Klick auf sie, dann sag: blur the background',
  'Say: make it black and white': 'Sag: make it black and white',

  'A language model that can turn freer wording into a plan.':
    'Ein Sprachmodell, das auch freiere Worte in einen Plan verwandelt.',
  'Answers in words, pictures, clips and sounds at once. Works on top of Vicuna, ImageBind, Stable Diffusion, ZeroScope and AudioLDM.':
    'Antwortet zugleich in Worten, Bildern, Clips und Klängen. Baut auf Vicuna, ImageBind, Stable Diffusion, ZeroScope und AudioLDM auf.',
  'Compares pictures with words. Other packs see through it.':
    'Vergleicht Bilder mit Worten. Andere Pakete sehen durch es.',
  'Finds the exact outline of what you click on or draw a box around.':
    'Findet den genauen Umriss dessen, worauf du klickst oder worum du einen Rahmen ziehst.',
  'Finds things by clicks, strokes, words or another picture, and follows them through a clip.':
    'Findet Dinge nach Klicks, Strichen, Worten oder einem anderen Bild und folgt ihnen durch einen Clip.',
  'Finds things by their description, such as “the dog on the left”, and puts a box around them.':
    'Findet Dinge nach ihrer Beschreibung, etwa „the dog on the left“, und zieht einen Rahmen darum.',
  'Makes a picture from words, and gives one another style.':
    'Macht aus Worten ein Bild und gibt einem einen anderen Stil.',
  'Makes a picture from words, with each thing in the box that you drew for it.':
    'Macht aus Worten ein Bild, jedes Ding in dem Rahmen, den du dafür gezogen hast.',
  'Makes a short clip of 576 × 320 from words.': 'Macht aus Worten einen kurzen Clip von 576 × 320.',
  'Makes sounds and music from words.': 'Macht aus Worten Klänge und Musik.',
  'Paints something new where you point, to match what is around it.':
    'Malt etwas Neues, wohin du zeigst, passend zur Umgebung.',
  'Puts a described thing into the box that you drew.':
    'Setzt etwas Beschriebenes in den Rahmen, den du gezogen hast.',
  'Puts pictures, clips, sounds and words into one space, so that they can be compared. NExT-GPT sees and hears through it.':
    'Bringt Bilder, Clips, Klänge und Worte in einen Raum, sodass man sie vergleichen kann. NExT-GPT sieht und hört durch es.',
  'Repaints the foreground or the background of a clip, the same in every frame.':
    'Malt den Vordergrund oder den Hintergrund eines Clips neu, in jedem Bild gleich.',
  'Sets a photo in motion, guided by words.': 'Setzt ein Foto in Bewegung, nach Worten.',
  "The original's own language model: it looks at the picture or clip, points at regions and writes the plan.":
    'Das Sprachmodell des Originals: Es sieht sich das Bild oder den Clip an, zeigt auf Bereiche und schreibt den Plan.',
};
