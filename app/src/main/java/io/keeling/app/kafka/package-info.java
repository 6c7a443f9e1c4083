/** Connects commands and roles to Kafka and creates the topics. */
@NullMarked
package io.keeling.app.kafka;

import org.jspecify.annotations.NullMarked;
