/** What a paragraph of English news is about, by OpenNLP's document categorizer. */
@NullMarked
package io.keeling.models.topics;

import org.jspecify.annotations.NullMarked;
