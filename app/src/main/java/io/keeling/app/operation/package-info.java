/** What operators do from the desk's pages, carried out on Kafka and the web. */
@NullMarked
package io.keeling.app.operation;

import org.jspecify.annotations.NullMarked;
