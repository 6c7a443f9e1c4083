/** The connection to Kafka, what its brokers refuse, and the topics that Keeling creates. */
@NullMarked
package io.keeling.runtime.kafka;

import org.jspecify.annotations.NullMarked;
