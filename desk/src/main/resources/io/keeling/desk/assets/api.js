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
        // Each of these is a button within a button.
        authorizeOperationBtn: nothing,
        CopyToClipboardBtn: nothing,
      },
    },
  ],
});
