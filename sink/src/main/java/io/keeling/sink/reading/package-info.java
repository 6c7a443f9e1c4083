/** Turns records into what is to be stored. */
@NullMarked
package io.keeling.sink.reading;

import org.jspecify.annotations.NullMarked;
