import './house.css';
import './vh-house.js';
