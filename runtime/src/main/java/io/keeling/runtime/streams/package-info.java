/** What the roles that run Kafka Streams share. */
@NullMarked
package io.keeling.runtime.streams;

import org.jspecify.annotations.NullMarked;
