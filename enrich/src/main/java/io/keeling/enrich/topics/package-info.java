/** Decides what an article is about, and whether it mentions climate change. */
@NullMarked
package io.keeling.enrich.topics;

import org.jspecify.annotations.NullMarked;
