/** Connects to Kafka, recognises what its brokers refuse, and creates Keeling's topics. */
@NullMarked
package io.keeling.runtime.kafka;

import org.jspecify.annotations.NullMarked;
