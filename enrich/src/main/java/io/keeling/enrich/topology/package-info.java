/** Tagging as a Kafka Streams topology. */
@NullMarked
package io.keeling.enrich.topology;

import org.jspecify.annotations.NullMarked;
