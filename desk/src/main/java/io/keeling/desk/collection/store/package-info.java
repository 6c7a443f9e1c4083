/** Where collections are kept. */
@NullMarked
package io.keeling.desk.collection.store;

import org.jspecify.annotations.NullMarked;
