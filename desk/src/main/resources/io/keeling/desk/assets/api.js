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
        // No list of servers: there is only one.
        ServersContainer: nothing,
        // Left out, since each is a button within a button.
        authorizeOperationBtn: nothing,
        CopyToClipboardBtn: nothing,
      },
    },
  ],
});
