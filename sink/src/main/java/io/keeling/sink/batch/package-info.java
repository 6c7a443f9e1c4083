/** Batches: records that are stored in one transaction. */
@NullMarked
package io.keeling.sink.batch;

import org.jspecify.annotations.NullMarked;
