/** Finds the topics of a paragraph of English news with OpenNLP's document categorizer. */
@NullMarked
package io.keeling.models.topics;

import org.jspecify.annotations.NullMarked;
