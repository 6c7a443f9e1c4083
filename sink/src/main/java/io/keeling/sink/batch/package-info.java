/** Records that are stored together. */
@NullMarked
package io.keeling.sink.batch;

import org.jspecify.annotations.NullMarked;
