/** Reads the records of keeling.enriched into what is stored. */
@NullMarked
package io.keeling.sink.reading;

import org.jspecify.annotations.NullMarked;
