/** What the roles that run Kafka Streams share. */
@NullMarked
package io.keeling.contract.streams;

import org.jspecify.annotations.NullMarked;
