/** Named collections of articles, with notes: pages, API, feeds and files. */
@NullMarked
package io.keeling.desk.collections;

import org.jspecify.annotations.NullMarked;
