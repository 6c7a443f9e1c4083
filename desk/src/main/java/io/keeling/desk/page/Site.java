package io.keeling.desk.page;

/**
 * Parts of the frame that all pages share. Immutable; threads may share it.
 *
 * @param title the name in the masthead
 * @param style address of the style sheet
 * @param script address of the script
 * @param icon address of the logo
 */
public record Site(String title, String style, String script, String icon) {}
