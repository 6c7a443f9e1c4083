/** A Kafka broker within this process. */
@NullMarked
package io.keeling.embedded.kafka;

import org.jspecify.annotations.NullMarked;
