/** Articles that a newsroom puts together by name, with notes: pages, API and files of them. */
@NullMarked
package io.keeling.desk.collection;

import org.jspecify.annotations.NullMarked;
