/** What is asked of studios like this one and is none of its commands. */

/** Nothing that a picture shows: a tool's work, or a property. */
export const notAddable =
  /^(?:the )?colou?rs?\b| back$|\bas (?:an? )?(?:text|words|letters|writing|title|caption|headline|subtitle)\b|^(?:(?:the|some|an?|my|our) )?(?:text|words?|caption|title|headline|slogan|lettering|subtitle|tagline) (?!book)|\b(?:contrast|brightness|saturation|clarity|vignette|warmth|sharpness|exposure)$|^(?:(?:an?|some|the|my|more|nice|big|small|a (?:half|third|quarter)|(?:half|third|quarter|two thirds)|thin|thick|white|black|negative|empty|our|your|bit of|lot of|colou?red|simple|subtle|strong|soft|funny) )*(?:text|title|caption|subtitles?|words?|lettering|tagline|slogan|headline|claim|copy|hashtag|name|price|quote|watermark|signature|logo|label|date|border|borders|frame|frames|margin|motion blur|zoom blur|radial blur|lens flare|film grain|grain|noise|layers?|mask|selection|effects?|filters?|tilt[ -]shift.*|gradient|polaroid frame|speech bubble|emojis?|stickers?|arrow|arrows|line|circle|shape|contrast|brightness|saturation|shadows?|drop shadow|contact shadow|clarity|vignette|transparency|background|backdrop|space|room|canvas|headroom|amount|strength)(?: (?:["“'‘]|to|on|in|at|with|around|behind|under|over|that|saying|of|reading|which|for|here|there)\b.*|:.*)?$/;

/** The user's other pictures, where a description of a new one could be. */
export const ownPicture =
  /^(?:(?:the|my|another|this|that|an?) )?(?:(?:other|second|first|next|last|own) )?(?:photo|picture|image|pic|photograph|one)(?: (?:that|which|i|from|of mine|in|here)\b.*)?$|\.(?:jpe?g|png|webp|avif|tiff?|heic|gif|bmp)$/;
