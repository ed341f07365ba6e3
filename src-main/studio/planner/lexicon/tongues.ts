/** Small words and requests of other languages that are no English words, to tell which one somebody writes in. */
const lists: Readonly<Record<string, string>> = {
  german:
    'das dem der ein eine einen einem und ist nicht bitte mach mache mir ich du kannst auf mit wie zu vom zum im ins bild himmel hintergrund heller dunkler wärmer kälter schärfer größer kleiner entferne entfernen lösche löschen schneide schneid freistellen ausschneiden ersetze drehe dreh verschiebe vergrößere verkleinere unschärfer schwarzweiß schwarz weiß hilfe danke hallo was kann könntest diese diesen dieses hier links rechts rückgängig',
  french:
    'le la les un une des du et est pas s’il vous plaît plait supprime supprimer enlève enlever efface effacer rends mets fond ciel plus avec dans moins clair sombre l’image cette ce découpe floute flouter agrandis tourne à droite gauche merci bonjour aide annuler',
  spanish:
    'el los las una de del es por favor quita quitar borra borrar elimina eliminar haz pon fondo cielo más menos con imagen foto este esta claro oscuro recorta recortar gira derecha izquierda gracias hola ayuda deshacer',
  italian:
    'il lo gli una di del della rimuovi togli elimina cancella fai metti sfondo cielo più meno con immagine questa questo chiaro scuro ritaglia ruota destra sinistra grazie ciao aiuto annulla sfoca',
  portuguese:
    'os um uma do da remova remover apague apagar tire faça coloque fundo céu mais menos com imagem esta este claro escuro recorte gire direita esquerda obrigado olá ajuda desfazer por favor',
  dutch:
    'het een van verwijder verwijderen maak maken achtergrond lucht met deze dit lichter donkerder snijd draai knip alsjeblieft bedankt hallo ongedaan wazig vervaag',
};

const tongues = Object.values(lists).map((words) => new Set(words.split(' ')));

/** Whether these words (lower case) are of another language than English: two of one, and at least half of them all. */
export function isForeign(words: readonly string[]): boolean {
  const letters = words.filter((word) => /^\p{L}/u.test(word));
  return tongues.some((tongue) => {
    const known = letters.filter((word) => tongue.has(word)).length;
    return known >= 2 && 2 * known >= letters.length;
  });
}
