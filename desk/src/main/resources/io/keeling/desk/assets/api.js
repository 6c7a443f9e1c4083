"use strict";

const nothing = () => () => null;

SwaggerUIBundle({
  url: "/openapi.yaml",
  dom_id: "#api",
  deepLinking: true,
  supportedSubmitMethods: ["get"],
  validatorUrl: null,
  plugins: [
    {
      wrapComponents: {
        // There is one server, which needs no list.
        ServersContainer: nothing,
        // A button within a button cannot be reached by the keyboard.
        authorizeOperationBtn: nothing,
        CopyToClipboardBtn: nothing,
      },
    },
  ],
});
