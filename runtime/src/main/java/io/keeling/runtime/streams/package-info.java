/** Code of all roles that run Kafka Streams. */
@NullMarked
package io.keeling.runtime.streams;

import org.jspecify.annotations.NullMarked;
