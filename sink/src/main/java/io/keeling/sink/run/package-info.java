/** The sink's loop. */
@NullMarked
package io.keeling.sink.run;

import org.jspecify.annotations.NullMarked;
