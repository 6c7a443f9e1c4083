/** Frontier and reader as a Kafka Streams topology. */
@NullMarked
package io.keeling.ingest.topology;

import org.jspecify.annotations.NullMarked;
