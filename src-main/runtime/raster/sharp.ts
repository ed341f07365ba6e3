/** sharp as this project uses it. */
import sharp from 'sharp';

// libvips remembers files by their name: one that was written again would be read as it was before. Nothing here
// runs the same operation twice, so its cache has no use either.
sharp.cache(false);

export default sharp;
