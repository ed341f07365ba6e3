/** What files are, said where a thing or a style could be. */
export const fileFormat =
  /^(?:(?:an?|the) )?(?:jpe?g|png|webp|avif|tiff?|pdf|svg|heic|bmp|mp4)(?: (?:file|image|picture|photo|format))?$/;
