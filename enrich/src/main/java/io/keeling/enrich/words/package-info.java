/** Words of a text, and terms made of them. */
@NullMarked
package io.keeling.enrich.words;

import org.jspecify.annotations.NullMarked;
