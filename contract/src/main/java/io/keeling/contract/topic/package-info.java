/** The topics, and the connection to Kafka. */
@NullMarked
package io.keeling.contract.topic;

import org.jspecify.annotations.NullMarked;
