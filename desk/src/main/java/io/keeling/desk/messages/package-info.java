/** The words of the pages, in every language the desk speaks. */
@NullMarked
package io.keeling.desk.messages;

import org.jspecify.annotations.NullMarked;
