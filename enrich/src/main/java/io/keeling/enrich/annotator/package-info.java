/** Tags one article: the whole of what enrich does, without Kafka. */
@NullMarked
package io.keeling.enrich.annotator;

import org.jspecify.annotations.NullMarked;
