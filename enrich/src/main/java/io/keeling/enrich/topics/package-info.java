/** Says what an article is about, and whether it speaks of climate change. */
@NullMarked
package io.keeling.enrich.topics;

import org.jspecify.annotations.NullMarked;
