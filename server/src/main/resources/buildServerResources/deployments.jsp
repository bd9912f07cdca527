<%@ page contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<jsp:useBean id="ecsDelivery" scope="request" type="org.ecsdelivery.server.deployment.DeploymentsPage"/>
<%@ include file="deployments.jspf" %>
